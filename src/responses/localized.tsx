import { textIn, type LocalizedText, type Locale } from '../common/locale.js';

/** BCP 47 of a text where it differs from its page, else undefined (WCAG 3.1.2). */
export function foreignLanguage(text: LocalizedText, locale: Locale): string | undefined {
  if (text[locale] !== undefined || text['default'] !== undefined) return undefined;
  return Object.keys(text)[0];
}

/** A text of the survey, marked where it is in another language than the page. */
export function Localized({ text, locale }: { text: LocalizedText; locale: Locale }) {
  const language = foreignLanguage(text, locale);
  const words = textIn(text, locale);
  return language === undefined ? <>{words}</> : <span lang={language}>{words}</span>;
}

/** A longer text of the survey: blank lines part paragraphs, line breaks stay. */
export function Paragraphs({ text, locale }: { text: LocalizedText; locale: Locale }) {
  const language = foreignLanguage(text, locale);
  return (
    <>
      {textIn(text, locale)
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p class="words" lang={language}>
            {paragraph}
          </p>
        ))}
    </>
  );
}
