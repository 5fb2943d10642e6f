import type { Locale } from '../../common/locale.js';
import { type LetterField, letterFields } from '../../composer/letter-text.js';
import type { WaveWords } from '../../letters/wave-words.js';
import type { WaveChange } from './wave.schema.js';

/** Own words as they are kept: by language, one text for all of the survey's languages put into each. */
export function wordsIn(input: Pick<WaveChange, LetterField>, languages: readonly Locale[]): WaveWords {
  const textFor = (text: WaveChange['subject'], locale: Locale) =>
    typeof text === 'string' ? text : text?.[locale];
  return Object.fromEntries(
    languages.flatMap((locale) => {
      const own = letterFields.flatMap((field) => {
        const text = textFor(input[field], locale);
        return text === undefined ? [] : [[field, text]];
      });
      return own.length === 0 ? [] : [[locale, Object.fromEntries(own)]];
    }),
  );
}

/** Words with a change applied: a text that is given replaces the one of its language, the rest stays. */
export function changedWords(
  words: WaveWords,
  change: Pick<WaveChange, LetterField>,
  languages: readonly Locale[],
): WaveWords {
  const changed = wordsIn(change, languages);
  return Object.fromEntries(
    languages.flatMap((locale) => {
      const own = { ...words[locale], ...changed[locale] };
      return Object.keys(own).length > 0 ? [[locale, own]] : [];
    }),
  );
}
