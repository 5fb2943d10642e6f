import type { ComponentChildren } from 'preact';
import { textIn, type LocalizedText } from '../../common/locale.js';
import { reads } from '../plan/live-expressions.js';
import { piped } from '../answers/show/piping.js';
import type { Sheet } from './field.js';
import { foreign } from './localized.js';

interface WordsProps {
  text: LocalizedText;
  sheet: Pick<Sheet, 'state' | 'locale' | 'live'>;
}

/** A text of the questionnaire with earlier answers filled in, marked where it is in another language. */
export function Words({ text, sheet }: WordsProps) {
  const marks = foreign(text, sheet.locale);
  const words = withAnswers(textIn(text, sheet.locale), sheet);
  return marks.lang === undefined ? <>{words}</> : <span {...marks}>{words}</span>;
}

/** A longer text: blank lines part paragraphs, line breaks stay. */
export function WordsInParagraphs({ text, sheet }: WordsProps) {
  const marks = foreign(text, sheet.locale);
  return (
    <>
      {textIn(text, sheet.locale)
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p class="words" {...marks}>
            {withAnswers(paragraph, sheet)}
          </p>
        ))}
    </>
  );
}

/** The same as plain text, for attributes and options. */
export function plainWords({ text, sheet: { state, locale } }: WordsProps): string {
  return piped(textIn(text, locale), state, locale);
}

/** Answers of this very page stand in elements of their own, so that the script can renew them. */
function withAnswers(text: string, { state, locale, live }: WordsProps['sheet']): ComponentChildren {
  if (!text.includes('{')) return text;
  return text.split(/(\{[^{}]+\})/).map((part, index) => {
    const path = index % 2 === 1 ? part.slice(1, -1).trim() : undefined;
    const isChanging = path !== undefined && reads(path.split(/[.[]/)[0] ?? '', live);
    const words = path === undefined ? part : piped(part, state, locale);
    return isChanging ? <span data-pipe={path}>{words}</span> : words;
  });
}
