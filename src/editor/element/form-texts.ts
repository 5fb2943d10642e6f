import type { FormValues } from '../frame/posted-values.js';
import { isNode } from '../draft/questionnaire-tree.js';

/** Each language's own text; a plain one and `default` belong to the main language. */
export function textsOf(value: unknown, languages: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    languages.map((language, index) => {
      const own = isNode(value)
        ? (value[language] ?? (index === 0 ? value['default'] : ''))
        : index === 0
          ? value
          : '';
      return [language, plain(own)];
    }),
  );
}

/** Each language's text as the form brings it. */
export function textsIn(
  values: FormValues,
  property: string,
  languages: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      (values[`${property}.${language}`] ?? '').replaceAll('\r\n', '\n').trimEnd(),
    ]),
  );
}

/** Texts by language as SurveyJS writes them: one text alone where there is one language. */
export function localized(
  before: unknown,
  texts: Readonly<Record<string, string>>,
  languages: readonly string[],
): unknown {
  const foreign = isNode(before)
    ? Object.entries(before).filter(([language]) => language !== 'default' && !languages.includes(language))
    : [];
  const given = Object.entries(texts)
    .map(([language, text]) => [language, text.trim()] as const)
    .filter(([, text]) => text !== '');
  if (languages.length === 1 && foreign.length === 0) return given[0]?.[1];
  const all = [...given, ...foreign];
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}

/** What is in a field for a value of the questionnaire. */
export function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
