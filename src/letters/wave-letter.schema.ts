import { issue } from '../http/problems/zod-problems.js';
import { z } from 'zod';
import { locales } from '../common/locale.js';

const text = (most: number) => z.string().trim().min(1).max(most).nullable();

const texts = (most: number) =>
  z.union([text(most), z.partialRecord(z.enum(locales), text(most))], {
    error: issue('letter.not_texts', { most }),
  });

/** A letter rewritten; what is not named stays, null takes the survey's or the template's text again. */
export const letterChange = z
  .strictObject({
    subject: texts(200).optional(),
    body: texts(20_000).optional(),
    preview: texts(200).optional(),
  })
  .meta({ id: 'LetterChange', examples: [{ subject: { de: 'Noch eine Woche' }, body: { de: null } }] });

export type LetterChange = z.output<typeof letterChange>;
