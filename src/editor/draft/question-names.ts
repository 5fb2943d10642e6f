import { withoutTrailing } from '../../common/trim-characters.js';
import { type Draft, nameOf, placedIn } from './questionnaire-tree.js';

const MAX_WORDS = 3;
const MAX_LENGTH = 40;

/** Words that tell questions apart no better than a number would. */
const weak = new Set(
  `in im an am auf aus bei für von vom zu zum zur mit und oder der die das den dem des ein eine einen einem
  einer eines sie ihr ihre ihren ihrem ihrer ihnen sich wir uns unser unsere ist sind war hat haben wird werden
  wie was wer wo wann warum welche welcher welches welchem welchen es bitte nicht noch auch schon
  the a an of in on at for from with and or to is are was do does did have has you your our we us how what who
  where when why which it please not be`.split(/\s+/),
);

/** A text as a plain key: small letters, digits and `_`. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_/, '');
  return withoutTrailing(slug.slice(0, MAX_LENGTH), /_/);
}

/**
 * A name for exports and conditions, made from a title: „In welcher Rolle engagieren Sie sich?“ →
 * `rolle_engagieren`. Without a title `frage1`, counted up until it is free.
 */
export function freeName(title: string, taken: ReadonlySet<string>, otherwise = 'frage'): string {
  const words = title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const strong = words.filter((word) => !weak.has(word));
  const base = slugOf((strong.length > 0 ? strong : words).slice(0, MAX_WORDS).join(' '));
  if (base && !taken.has(base)) return base;

  const stem = base || otherwise;
  for (let number = base ? 2 : 1; ; number += 1) {
    if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
  }
}

export function namesTaken(draft: Draft): Set<string> {
  const calculated = Array.isArray(draft['calculatedValues']) ? draft['calculatedValues'] : [];
  return new Set([
    ...placedIn(draft).map(({ node }) => nameOf(node)),
    ...calculated.map((value: { name?: unknown }) => String(value.name)),
  ]);
}
