/** What somebody was shown at one moment: documents by name, JSON or HTML. */
export type Look = ReadonlyMap<string, string>;

/** One survey as an adversary saw it, and which of the two worlds it was. */
export interface Case {
  features: ReadonlySet<string>;
  world: boolean;
}

/**
 * Everything in which two people, or the answers that could be theirs, are told apart by what was shown: the
 * same words come out in every survey, so that an adversary can learn what they mean.
 *
 * @param looks in the order of time
 * @param people their addresses
 * @param answers markers of the two answers that may be theirs, empty if there are none
 */
export function differences(
  looks: readonly Look[],
  people: readonly [string, string],
  answers: readonly [string, string] | null,
): Set<string> {
  const found = new Set<string>();
  for (const [time, look] of looks.entries()) {
    for (const [name, text] of look) {
      const at = `${time}/${name}`;
      if (answers) for (const what of orderOf(text, answers)) found.add(`${at}: ${what}`);
      const [one, other] = people.map((person) => saidOf(person, text)) as [Set<string>, Set<string>];
      for (const said of one) if (!other.has(said)) found.add(`${at}: of the first alone ${said}`);
      for (const said of other) if (!one.has(said)) found.add(`${at}: of the second alone ${said}`);
    }
  }
  return found;
}

/** What the same act came to when it was done to one and to the other. */
export function differentOutcomes(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): string[] {
  return [...one].flatMap(([name, outcome]) => {
    const [first, second] = [JSON.stringify(outcome), JSON.stringify(other.get(name))];
    return first === second ? [] : [`${name}: ${first} but ${second}`];
  });
}

/**
 * How many worlds are guessed right by an adversary who has learned from the other half of the surveys, where
 * they were told the truth, what each difference means. The more certain a difference was there, the more it
 * counts: many weak ones, which chance makes, are not to outvote a telling one.
 *
 * @param coin decides where nothing does, 0 or more and less than 1
 */
export function guessedRight(cases: readonly Case[], coin: () => number): number {
  const half = (which: number) => cases.filter((_, index) => index % 2 === which);
  return [0, 1].reduce((sum, which) => {
    const known = learned(half(1 - which));
    return sum + half(which).filter(({ features, world }) => guess(features, known, coin) === world).length;
  }, 0);
}

const ENOUGH = 5;

/**
 * For each difference how far from the share of all surveys the worlds were that had it, in standard deviations;
 * above 0 for true. What every survey has comes to 0, however uneven the worlds.
 */
function learned(cases: readonly Case[]): Map<string, number> {
  const share = cases.filter(({ world }) => world).length / cases.length;
  const deviation = Math.sqrt(share * (1 - share));
  if (deviation === 0) return new Map();
  const seen = new Map<string, { all: number; first: number }>();
  for (const { features, world } of cases) {
    for (const feature of features) {
      const { all, first } = seen.get(feature) ?? { all: 0, first: 0 };
      seen.set(feature, { all: all + 1, first: first + (world ? 1 : 0) });
    }
  }
  const enough = [...seen].filter(([, { all }]) => all >= ENOUGH);
  return new Map(
    enough.map(([feature, { all, first }]) => [
      feature,
      (first - all * share) / (Math.sqrt(all) * deviation),
    ]),
  );
}

function guess(
  features: ReadonlySet<string>,
  known: ReadonlyMap<string, number>,
  coin: () => number,
): boolean {
  const votes = [...features].reduce((sum, feature) => sum + (known.get(feature) ?? 0) ** 5, 0);
  return votes === 0 ? coin() < 0.5 : votes > 0;
}

/** Which of two answers are there, and which comes first. */
function orderOf(text: string, [one, other]: readonly [string, string]): string[] {
  const [first, second] = [text.indexOf(one), text.indexOf(other)];
  if (first < 0 && second < 0) return [];
  if (second < 0) return ['the first answer alone'];
  if (first < 0) return ['the second answer alone'];
  return [first < second ? 'the first answer before the second' : 'the second answer before the first'];
}

/** What a document says of a person, without their name and numbers. */
function saidOf(person: string, text: string): Set<string> {
  if (!text.includes(person)) return new Set();
  try {
    const said = new Set<string>();
    collect(person, JSON.parse(text), '', said);
    return said;
  } catch {
    const chunks = text.split(/<(?:tr|li|option|p)\b/).filter((chunk) => chunk.includes(person));
    return new Set(chunks.map((chunk) => chunk.replaceAll(/<[^>]*>|Person \d+|\S+@\S+|\d{2,}/g, '').trim()));
  }
}

function collect(person: string, value: unknown, path: string, said: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(person, item, `${path}[]`, said);
  else if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    if (fields.some(([, field]) => field === person)) {
      for (const [name, field] of fields)
        if (!/^(id|email|name|link|.*Id)$/.test(name)) said.add(`${path}.${name}=${JSON.stringify(field)}`);
    } else for (const [name, field] of fields) collect(person, field, `${path}.${name}`, said);
  }
}

/** The same numbers in every run for the same seed, from 0 to below 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
