/**
 * Texts in the languages of a survey, the questionnaire's own first. A `default` text belongs to the own
 * language, or where that one is written out beside it (SurveyJS' default is English) to the first
 * language still missing.
 *
 * @param language the questionnaire's own, one of `languages`
 */
export function textsByLanguage(
  texts: ReadonlyMap<string, string>,
  language: string,
  languages: readonly string[],
): [language: string, text: string][] {
  const defaultsTo = texts.has(language) ? languages.find((candidate) => !texts.has(candidate)) : language;
  const order = [language, ...languages.filter((candidate) => candidate !== language)];
  return order.flatMap((candidate) => {
    const text = texts.get(candidate) ?? (candidate === defaultsTo ? texts.get('default') : undefined);
    return text === undefined ? [] : [[candidate, text]];
  });
}
