import { takeTitles, withTitlesParted } from './academic-titles.js';
import { withoutTrailing } from '../common/trim-characters.js';
import type { Locale } from '../common/locale.js';
import {
  AND,
  EVERYBODY,
  FAMILY,
  type Form,
  forms,
  NOTHING_KNOWN,
  openings,
  plainWord,
  SPOUSES,
  UNDECIDED,
} from './greeting-words.js';
import { FRENCH_OFFICE, saysBody, takeOffice } from './offices.js';

/** What a list's column of salutations says of one row. */
export interface FormOfAddress {
  /** As it was written, on one line and without the comma; empty where it says nothing of use. */
  written: string;
  /** The languages of „Sehr geehrte“ or “Dear” at the start; empty without such an opening. */
  openingIn: readonly Locale[];
  /** „Guten Tag“ greets by itself, „Sehr geehrte“ does not. */
  isGreetingAlone: boolean;
  /** One, two for a couple, or none. */
  forms: Form[];
  group: 'family' | 'spouses' | 'body' | null;
  titles: string[];
  /** Those of the second of a couple. */
  secondTitles: string[];
  office: string;
  /** What comes after all that: mostly a name. */
  rest: string[];
}

const nothing: FormOfAddress = {
  ...{ written: '', openingIn: [], isGreetingAlone: false, forms: [] },
  ...{ group: null, titles: [], secondTitles: [], office: '', rest: [] },
};

/** Reads a salutation, on one line; `name` are the words of the row's name, which are no office. */
export function readFormOfAddress(text: string, name: readonly string[]): FormOfAddress {
  const written = withoutTrailing(withTitlesParted(text.normalize('NFC')), /[\s,;:!]/);
  if (written === '' || NOTHING_KNOWN.test(written) || UNDECIDED.test(written)) return nothing;
  const opening = openings.find(({ pattern }) => pattern.test(written));
  const body = opening ? written.replace(opening.pattern, '').replace(/^[,\s]+/, '') : written;
  const base: FormOfAddress = {
    ...nothing,
    written,
    openingIn: opening?.locales ?? [],
    isGreetingAlone: (opening?.isWholeAlone ?? false) && body === '',
  };

  const isEverybody = EVERYBODY.test(body) || (opening?.locales[0] === 'pl' && /^państwo$/i.test(body));
  if (isEverybody) return { ...base, group: 'body', rest: opening ? [body] : [] };
  if (saysBody(body)) return opening ? { ...base, rest: [body] } : { ...base, group: 'body' };
  if (FAMILY.test(body)) return { ...base, group: 'family', rest: wordsOf(body.replace(FAMILY, '')) };
  if (SPOUSES.test(body)) return { ...base, group: 'spouses', rest: wordsOf(body.replace(SPOUSES, '')) };
  return { ...base, ...afterOpening(wordsOf(body.replace(/^(?:an|to|z\. ?hd\.|à) (?=\S)/i, '')), name) };
}

function afterOpening(words: readonly string[], name: readonly string[]): Partial<FormOfAddress> {
  const joint = words.findIndex((word) => AND.test(word));
  if (joint > 0) {
    const first = onePerson(words.slice(0, joint), name);
    const second = onePerson(words.slice(joint + 1), name);
    const isCouple = first.forms.length === 1 && second.forms.length === 1;
    const join = first.rest.length > 0 ? ['und'] : [];
    if (isCouple) {
      return {
        ...{ forms: [...first.forms, ...second.forms], titles: first.titles, secondTitles: second.titles },
        rest: [...first.rest, ...join, ...second.rest],
      };
    }
  }
  return onePerson(words, name);
}

/** „Herr“, „Frau Dr.“, „Herr Bürgermeister Berg“, “De heer”. */
function onePerson(
  words: readonly string[],
  name: readonly string[],
): Pick<FormOfAddress, 'forms' | 'titles' | 'office' | 'rest'> {
  const start = /^de heer\b/i.test(words.join(' ')) ? 1 : 0;
  const form = forms.get(plainWord(words[start] ?? ''));
  const found = form === undefined ? [] : [form];
  const rest = form === undefined ? words : words.slice(start + 1);
  if (form !== undefined && FRENCH_OFFICE.test(rest.join(' '))) {
    return { forms: found, titles: [], office: rest.join(' '), rest: [] };
  }
  const [office, afterOffice] = takeOffice(rest, name);
  const [titles, afterTitles] = takeTitles(afterOffice);
  const [laterOffice, named] = office === '' ? takeOffice(afterTitles, name) : ['', afterTitles];
  return { forms: found, office: office || laterOffice, titles, rest: named };
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');
