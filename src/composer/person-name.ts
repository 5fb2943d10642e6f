import { firstNamesOfMen } from './first-names-of-men.js';
import { firstNamesOfWomen } from './first-names-of-women.js';
import { standsBehindNames, takeTitles, withoutLettersBehind, withTitlesParted } from './academic-titles.js';
import { type Form, forms, plainWord } from './greeting-words.js';
import { isBody, takeOfficeOfName } from './offices.js';

/** The one field that a list holds of a name, taken apart. */
export interface PersonName {
  /** Forms of address in the field itself, „Frau Berg“. */
  forms: Form[];
  office: string;
  titles: string[];
  /** Without titles and forms, first name first; empty if it is no name. */
  words: string[];
  /** What stood before a comma, or null. */
  lastBeforeComma: string | null;
}

/** What is called by form of address: the last name, or null where the field holds a first name only. */
export type LastName = string | null;

/** Takes a name apart: „Frau Dr. Berg, Anna“, „Prof. Dr. Anna Berg, M. A. (Stadt Köln)“. */
export function readName(text: string): PersonName {
  const plain = withTitlesParted(text.normalize('NFC').replace(/\([^()]*\)/g, ' '));
  const [before = '', ...behind] = plain.split(',').map((part) => part.trim());
  const found: Form[] = [];
  let words = wordsOf(before);
  while (words.length > 0 && !isInitial(words[0] ?? '')) {
    const form = forms.get(plainWord(words[0] ?? ''));
    if (form === undefined || (words[0] ?? '').length < 2) break;
    found.push(form);
    words = words.slice(1);
  }
  const [office, afterOffice] = takeOfficeOfName(words);
  const [titles, rest] = takeTitles(afterOffice);
  const [laterOffice, named] = office === '' ? takeOfficeOfName(rest) : ['', rest];
  const turned = turnedAtComma(withoutLettersBehind(named), behind);
  return {
    forms: found,
    office: office || laterOffice,
    titles: [...titles, ...turned.titles],
    words: isName(turned.words) ? turned.words : [],
    lastBeforeComma: turned.last,
  };
}

/** „Berg, Anna“ is turned round; „Anna Berg, Stadt Köln“ and „Berg, M. A.“ lose what is behind. */
function turnedAtComma(
  before: string[],
  behind: readonly string[],
): { words: string[]; titles: string[]; last: string | null } {
  const titles: string[] = [];
  let first: string[] = [];
  for (const part of behind) {
    const [found, rest] = takeTitles(wordsOf(part));
    titles.push(...found);
    if (first.length === 0 && !rest.every(standsBehindNames)) first = withoutLettersBehind(rest);
  }
  const isTurned =
    first.length > 0 &&
    !isBody(first, false) &&
    (first.every((word) => isFirstName(word, null)) ||
      (before.length <= 2 && first.length <= 2 && !isFirstName(before[0] ?? '', null)) ||
      (first.length <= 2 && before.length === 1));
  if (!isTurned) return { words: before, titles, last: null };
  return { words: [...first, ...before], titles, last: before.join(' ') };
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** „N. N.“, „-“ and numbers name nobody. */
function isName(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    /\p{L}{2}/u.test(text) &&
    !/^(?:unbekannt|unknown|inconnue?|onbekend|nn|k\.?a\.?|null|undefined|none|test)$/i.test(text)
  );
}

/**
 * The last name, as far as it can be told: after first names of the person's gender, initials and before
 * „von“, before a comma, or before a first name that ends the field („Berg Anna“). Where it cannot be told the
 * whole name is used, so that nobody loses half of a name of two words.
 */
export function lastNameOf({ words, lastBeforeComma }: PersonName, form: Form | null): LastName {
  if (lastBeforeComma !== null) return lastBeforeComma;
  const [only = ''] = words;
  if (words.length === 1) return form !== 'man' && form !== null && isOnlyOfWomen(only) ? null : only;

  if (NOBILITY.test(only)) {
    const rest = lastNameOf({ ...NO_NAME, words: words.slice(1) }, form);
    return `${only} ${rest ?? words.slice(1).join(' ')}`;
  }
  let first = 0;
  while (first < words.length - 1 && isFirstName(words[first] ?? '', form, first > 0)) first++;
  if (first > 0) return words.slice(first).join(' ');

  const particle = words.findIndex((word) => NOBLE.test(word));
  if (particle === 1) return words.slice(1).join(' ');
  const isTurned = words.length === 2 && !PARTICLE.test(only) && isFirstName(words[1] ?? '', form);
  if (isTurned) return only;
  const [, other = ''] = words;
  const isPlain = isFirstName(only, null) && !isFirstName(other, null);
  const isDouble = /\p{L}-\p{Lu}/u.test(other) && !isFirstName(other, null) && !PARTICLE.test(only);
  return words.length === 2 && (isPlain || isDouble) ? other : words.join(' ');
}

/** Whether a word is a first name of this gender, of either if null, or an initial. */
export function isFirstName(word: string, form: Form | null, isSecond = false): boolean {
  if (isInitial(word)) return true;
  const [first = ''] = word.toLowerCase().split('-');
  const names = spellings(first);
  if (isSecond && names.includes('maria')) return true;
  const ofWoman = names.some((name) => firstNamesOfWomen.has(name));
  const ofMan = names.some((name) => firstNamesOfMen.has(name));
  if (form === null) return ofWoman || ofMan;
  return form === 'man' ? ofMan : ofWoman;
}

const isOnlyOfWomen = (word: string): boolean => isFirstName(word, 'woman') && !isFirstName(word, 'man');

const isInitial = (word: string): boolean =>
  /^(?:\p{Lu}\.?|\p{Lu}\.-?\p{Lu}\.|(?:Ch|Th|Ph|St)\.)$/u.test(word);

/** „Juergen“ is Jürgen too. */
function spellings(name: string): string[] {
  return [name, name.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü')];
}

const NOBILITY =
  /^(?:graf|gräfin|freiherr|freifrau|baron|baronin|baronesse|prinz|prinzessin|fürst|fürstin)$/i;
const NO_NAME: PersonName = { forms: [], office: '', titles: [], words: [], lastBeforeComma: null };
const NOBLE = /^(?:von|vom|zu|zum|zur|van|ten|ter|der|den|v\.)$/;
const PARTICLE =
  /^(?:von|vom|zu|zum|zur|van|ten|ter|der|den|de|di|da|del|della|du|dos|el|al|la|le|d[’']\p{L}+)$/iu;
/** Dutch capitalises the particle of a last name that stands alone. */
export function asDutchLastName(name: string): string {
  const [first = ''] = name.split(' ');
  return PARTICLE.test(first) ? first.charAt(0).toUpperCase() + name.slice(1) : name;
}
