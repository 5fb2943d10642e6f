import { z } from 'zod';
import { locales } from '../common/locale.js';

const text = (most: number) => z.string().trim().min(1, 'must not be empty').max(most).nullable();

const texts = (most: number) =>
  z.union([text(most), z.partialRecord(z.enum(locales), text(most))], {
    error: `must be a text of at most ${most} characters, texts by language such as {"de": "…", "en": "…"}, or null for the template`,
  });

/** A letter rewritten; what is not named stays, null takes the survey's or the template's text again. */
export const letterChange = z
  .strictObject({
    subject: texts(200).optional(),
    body: texts(20_000).optional(),
  })
  .meta({ id: 'LetterChange', examples: [{ subject: { de: 'Noch eine Woche' }, body: { de: null } }] });

export type LetterChange = z.output<typeof letterChange>;
