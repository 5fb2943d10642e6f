import { textOf } from '../../common/coded-text.js';
import type { Problem } from '../../common/errors.js';
import { type ConsoleLocale, isLocale, type Locale, locales } from '../../common/locale.js';
import { letterFields, type LetterText } from '../../composer/letter-text.js';
import type { WaveWords } from '../wave-words.js';

/** What is in the fields of a letter, by language; empty where the template is to be used. */
export type LetterFormValues = Record<Locale, Required<LetterText>>;

const SUBJECT_KEPT = 1000;
const BODY_KEPT = 40_000;

/** Reads the fields `subject.de`, `body.de` and so on of a posted form. */
export function readLetterForm(fields: unknown): LetterFormValues {
  const posted = typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
  const textOf = (name: string, kept: number) => {
    const value = posted[name];
    return typeof value === 'string' ? value.slice(0, kept).replaceAll('\r\n', '\n').trim() : '';
  };
  return byLocale((locale) => ({
    subject: textOf(`subject.${locale}`, SUBJECT_KEPT),
    preview: textOf(`preview.${locale}`, SUBJECT_KEPT),
    body: textOf(`body.${locale}`, BODY_KEPT),
  }));
}

/** The fields as they stand when words are edited that are there already. */
export function letterFormOf(words: WaveWords): LetterFormValues {
  return byLocale((locale) => ({ subject: '', preview: '', body: '', ...words[locale] }));
}

/** The same values once more as fields, to be sent along unseen. */
export function letterFieldsOf(values: LetterFormValues): [string, string][] {
  return locales
    .flatMap((locale): [string, string][] => [
      [`subject.${locale}`, values[locale].subject],
      [`preview.${locale}`, values[locale].preview],
      [`body.${locale}`, values[locale].body],
    ])
    .filter(([, value]) => value !== '');
}

/** Own words in the languages of a survey; an empty field has none. */
export function wordsOfForm(values: LetterFormValues, languages: readonly Locale[] = locales): WaveWords {
  return Object.fromEntries(
    languages.flatMap((locale) => {
      const own = letterFields.flatMap((field) =>
        values[locale][field] === '' ? [] : [[field, values[locale][field]]],
      );
      return own.length === 0 ? [] : [[locale, Object.fromEntries(own)]];
    }),
  );
}

/** The values with the template put into the fields of the language that a button named. */
export function filledFromTemplate(
  values: LetterFormValues,
  fields: unknown,
  templates: Partial<Record<Locale, LetterText>>,
): LetterFormValues {
  const fill = typeof fields === 'object' && fields !== null && 'fill' in fields ? fields.fill : null;
  const template = isLocale(fill) ? templates[fill] : undefined;
  return isLocale(fill) && template ? { ...values, [fill]: { ...values[fill], ...template } } : values;
}

/** What is wrong with the fields of a letter, in the words of the page. */
export function letterErrorsOf(problems: readonly Problem[], locale: ConsoleLocale): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const found of problems) {
    const { path } = found;
    const said = textOf(found, locale);
    errors[path] = errors[path] === undefined ? said : `${errors[path]} ${said}`;
  }
  return errors;
}

function byLocale<T>(of: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, T>;
}
