import type { Locale } from '../../common/locale.js';
import type { WaveWords } from '../../letters/wave-words.js';
import type { WaveChange } from './wave.schema.js';

/** Own words as they are kept: by language, one text for all of the survey's languages put into each. */
export function wordsIn(
  input: Pick<WaveChange, 'subject' | 'body'>,
  languages: readonly Locale[],
): WaveWords {
  const textFor = (text: WaveChange['subject'], locale: Locale) =>
    typeof text === 'string' ? text : text?.[locale];
  return Object.fromEntries(
    languages.flatMap((locale) => {
      const subject = textFor(input.subject, locale);
      const body = textFor(input.body, locale);
      if (subject === undefined && body === undefined) return [];
      return [[locale, { ...(subject !== undefined && { subject }), ...(body !== undefined && { body }) }]];
    }),
  );
}

/** Words with a change applied: a text that is given replaces the one of its language, the rest stays. */
export function changedWords(
  words: WaveWords,
  change: Pick<WaveChange, 'subject' | 'body'>,
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
