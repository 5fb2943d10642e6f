import type { Locale } from '../common/locale.js';
import type { LetterText } from '../composer/letter-text.js';

/** What a wave brings. */
export const waveKinds = ['invitation', 'reminder'] as const;
export type WaveKind = (typeof waveKinds)[number];

/** A wave's own words, by language, instead of the survey's or the template's. */
export type WaveWords = Partial<Record<Locale, Partial<LetterText>>>;
