/** How a list is put in order for one person. */
export type ListOrder = 'none' | 'initial' | 'asc' | 'desc' | 'random';

/**
 * The items in their order. `asc` and `desc` go by the texts in the language of the page; a random order
 * depends on the seed and the name of the list alone: one person sees the same at every visit, and two
 * lists are not shuffled alike.
 */
export function inOrderOf<T>(
  items: readonly T[],
  order: ListOrder,
  seed: string,
  name: string,
  textOf: (item: T) => string = String,
  language = 'de',
): T[] {
  switch (order) {
    case 'none':
    case 'initial':
      return [...items];
    case 'asc':
    case 'desc': {
      const { compare } = new Intl.Collator(language, { numeric: true });
      const sorted = items.toSorted((a, b) => compare(textOf(a), textOf(b)));
      return order === 'asc' ? sorted : sorted.reverse();
    }
    case 'random':
      return shuffled(items, randomNumbers(`${seed}\n${name}`));
  }
}

/** Fisher–Yates: every order is as likely as any other. */
function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(next() * left.length), 1));
  return order;
}

/** Numbers from 0 to below 1 that follow from a text: MurmurHash3's mixing as seed of Mulberry32 (both public domain). */
function randomNumbers(text: string): () => number {
  let state = 1779033703 ^ text.length;
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  state = Math.imul(state ^ (state >>> 16), 2246822507);
  state = Math.imul(state ^ (state >>> 13), 3266489909);
  state ^= state >>> 16;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
