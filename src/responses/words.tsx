import type { ComponentChildren } from 'preact';
import { directionOf, textIn, type LocalizedText } from '../common/locale.js';
import { reads } from '../questionnaire/live-names.js';
import { piped } from '../questionnaire/piping.js';
import type { Sheet } from './field.js';
import { foreignLanguage } from './localized.js';

interface WordsProps {
  text: LocalizedText;
  sheet: Pick<Sheet, 'standing' | 'locale' | 'live'>;
}

/** A text of the questionnaire with earlier answers filled in, marked where it is in another language. */
export function Words({ text, sheet }: WordsProps) {
  const language = foreignLanguage(text, sheet.locale);
  const words = withAnswers(textIn(text, sheet.locale), sheet);
  return language === undefined ? (
    <>{words}</>
  ) : (
    <span lang={language} dir={otherDirection(language, sheet.locale)}>
      {words}
    </span>
  );
}

/** A longer text: blank lines part paragraphs, line breaks stay. */
export function WordsInParagraphs({ text, sheet }: WordsProps) {
  const language = foreignLanguage(text, sheet.locale);
  return (
    <>
      {textIn(text, sheet.locale)
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p
            class="words"
            lang={language}
            dir={language === undefined ? undefined : otherDirection(language, sheet.locale)}
          >
            {withAnswers(paragraph, sheet)}
          </p>
        ))}
    </>
  );
}

/** The same as plain text, for attributes and options. */
export function plainWords({ text, sheet: { standing, locale } }: WordsProps): string {
  return piped(textIn(text, locale), standing, locale);
}

/** Said only where it differs from the page's. */
function otherDirection(language: string, pageLanguage: string): 'ltr' | 'rtl' | undefined {
  const direction = directionOf(language);
  return direction === directionOf(pageLanguage) ? undefined : direction;
}

/** Answers of this very page stand in elements of their own, so that the script can renew them. */
function withAnswers(text: string, { standing, locale, live }: WordsProps['sheet']): ComponentChildren {
  if (!text.includes('{')) return text;
  return text.split(/(\{[^{}]+\})/).map((part) => {
    const path = /^\{\s*([^{}]+?)\s*\}$/.exec(part)?.[1];
    const isChanging = path !== undefined && reads(path.split(/[.[]/)[0] ?? '', live);
    const words = path === undefined ? part : piped(part, standing, locale);
    return isChanging ? <span data-pipe={path}>{words}</span> : words;
  });
}
