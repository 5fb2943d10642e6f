import { directionOf, textIn, type LocalizedText, type Locale } from '../../common/locale.js';

/** The attributes of a text in another language than its page (WCAG 3.1.2): which one, and which way it runs if not as the page. */
export function foreign(text: LocalizedText, locale: Locale): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const [lang] = Object.keys(text);
  if (text[locale] !== undefined || text['default'] !== undefined || lang === undefined) return {};
  const dir = directionOf(lang);
  return dir === directionOf(locale) ? { lang } : { lang, dir };
}

/** A text of the survey, marked where it is in another language than the page. */
export function Localized({ text, locale }: { text: LocalizedText; locale: Locale }) {
  const marks = foreign(text, locale);
  const words = textIn(text, locale);
  return marks.lang === undefined ? <>{words}</> : <span {...marks}>{words}</span>;
}

/** A longer text of the survey: blank lines part paragraphs, line breaks stay. */
export function Paragraphs({ text, locale }: { text: LocalizedText; locale: Locale }) {
  const marks = foreign(text, locale);
  return (
    <>
      {textIn(text, locale)
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p class="words" {...marks}>
            {paragraph}
          </p>
        ))}
    </>
  );
}
