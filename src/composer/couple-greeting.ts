import type { Locale } from '../common/locale.js';
import { textsByLanguage } from '../common/texts.js';
import { joinedTitles } from './academic-titles.js';
import type { FormOfAddress } from './form-of-address.js';
import { type Form, forms as formWords, plainWord } from './greeting-words.js';
import { asDutchLastName, isFirstName, lastNameOf, type PersonName, readName } from './person-name.js';

const greetings = textsByLanguage('greetings');

/** Words that join two names, and nothing that is one. */
const JOINS = / (?:und|u\.|&|\+|and|et|i|en|oraz) /i;

export const namesTwo = (written: string): boolean => JOINS.test(` ${written} `);

/** What stands behind „und“, or the whole. */
export const lastOfTwo = (written: string): string => written.split(JOINS).at(-1) ?? written;

/**
 * Two people of one row: „Herr und Frau“ with one last name, with two first names before it, or with two whole
 * names. Where it cannot be told who is called what, both are greeted by the names as they are written.
 */
export function coupleGreeting(written: string, address: FormOfAddress, locale: Locale): string {
  const texts = greetings[locale];
  const isNamed = /\p{L}/u.test(written);
  const parts = (isNamed ? written : address.rest.join(' '))
    .split(JOINS)
    .map(readName)
    .filter(({ words, forms }) => words.length > 0 || forms.length > 0);
  const inParts = parts.flatMap((part) => part.forms);
  const used = address.forms.length === 2 ? address.forms : inParts;
  const [one, other] = used;
  if (!parts.some(({ words }) => words.length > 0)) return texts.body;

  const names = one && other ? lastNames(inOrder(parts, used), used) : null;
  if (!names || !one || !other)
    return texts.named({ name: bothNames(parts, locale) ?? withoutForms(written) });
  const [first, second] = inOrder(parts, used);
  const name = (last: string, titles: readonly string[], part: PersonName | undefined): string => {
    if (locale === 'de') return [...joinedTitles(titles, part?.titles ?? []), last].join(' ');
    return locale === 'nl' ? asDutchLastName(last) : last;
  };
  return texts.couple({
    first: texts[one]({ name: name(names[0], address.titles, first) }),
    second: texts.second[other]({ name: name(names[1], address.secondTitles, second ?? undefined) }),
  });
}

/** „Herr und Frau“ before „Anna und Hans Berg“: the names follow their forms. */
function inOrder(parts: readonly PersonName[], [one, other]: readonly Form[]): PersonName[] {
  const [first, second] = parts;
  if (!first || !second || !one || !other) return [...parts];
  const word = first.words[0] ?? '';
  const isSwapped = isFirstName(word, other) && !isFirstName(word, one);
  return isSwapped ? [second, first] : [first, second];
}

/** The last names of two people, or null if they cannot be told. */
function lastNames(parts: readonly PersonName[], forms: readonly Form[]): [string, string] | null {
  const told = parts.map((part, index) => toldLastName(part, forms[index] ?? null));
  const shared =
    parts.length === 1 && parts[0]
      ? lastNameOf(parts[0], null)
      : (told.find((last) => last !== null) ?? null);
  const first = parts.length === 1 ? shared : (told[0] ?? shared);
  const second = parts.length === 1 ? shared : (told[1] ?? shared);
  return first === null || second === null || parts.length > 2 ? null : [first, second];
}

/** Not told by a first name alone. */
function toldLastName(part: PersonName, form: Form | null): string | null {
  const [only = ''] = part.words;
  if (part.words.length === 0) return null;
  if (part.words.length === 1 && part.lastBeforeComma === null && isFirstName(only, null)) return null;
  return lastNameOf(part, form);
}

/** Both as they are called, joined in the letter's language; null where it may be a firm, „Berg und Partner“. */
function bothNames(parts: readonly PersonName[], locale: Locale): string | null {
  const [first, second] = parts;
  if (!first || !second || parts.length > 2) return null;
  if (![first, second].every(({ words }) => isFirstName(words[0] ?? '', null))) return null;
  const [one, other] = [first, second].map(({ titles, words }) => [...titles, ...words].join(' '));
  return greetings[locale].both({ first: one ?? '', second: other ?? '' });
}

function withoutForms(written: string): string {
  const isForm = (word: string): boolean => word.length > 1 && formWords.has(plainWord(word));
  return written
    .split(' ')
    .filter((word) => !isForm(word))
    .join(' ');
}
