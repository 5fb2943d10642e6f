import type { LocalizedText } from '../../common/locale.js';

/** Less is no sentence but an abbreviation or a number. */
const LEAST = 25;

/** A text in two: its first sentence, and all that follows it; null where nothing does. */
export function splitFirstSentence(text: LocalizedText): {
  first: LocalizedText;
  rest: LocalizedText | null;
} {
  const parts = Object.entries(text).map(([language, words]) => ({ language, ...split(words) }));
  const hasMore = parts.some(({ rest }) => rest !== '');
  const of = (pick: (part: (typeof parts)[number]) => string): LocalizedText =>
    Object.fromEntries(parts.map((part) => [part.language, pick(part)]));
  return { first: of(({ first }) => first), rest: hasMore ? of(({ rest }) => rest) : null };
}

function split(words: string): { first: string; rest: string } {
  const [paragraph = '', ...others] = words.split(/\n{2,}/);
  const ends = [...paragraph.matchAll(/(?<!\b\p{L}|\d|[.!?…])[.!?…]+["”“»’)]*(?=\s+[^\s\p{Ll}])/gu)].map(
    (match) => match.index + match[0].length,
  );
  const end = ends.find((place) => place >= LEAST) ?? paragraph.length;
  const rest = [paragraph.slice(end).trim(), ...others].filter((part) => part !== '');
  return { first: paragraph.slice(0, end), rest: rest.join('\n\n') };
}
