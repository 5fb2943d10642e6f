import { issue } from '../../http/problems/zod-problems.js';
import { z } from 'zod';
import { isLocalDateTime } from '../../common/local-time.js';
import type { SendAt } from '../../ledger/states/wave.entity.js';
import { locales } from '../../common/locale.js';
import { audiences } from '../../ledger/states/wave.entity.js';
import { waveKinds } from '../../letters/wave-words.js';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, issue('field.not_a_time_of_day', { example: '09:00' }));
const days = z.int().min(0).max(365);

const sendAt = z
  .union(
    [
      z.literal('now'),
      z.string().refine(isLocalDateTime, issue('wave.not_a_time')),
      z.strictObject({ daysBeforeClosing: days, time }),
      z.strictObject({ daysAfterInvitation: days, time }),
    ],
    {
      error: issue('wave.not_a_time'),
    },
  )
  .transform((value): SendAt => {
    if (value === 'now') return { at: 'now' };
    if (typeof value === 'string') return { at: 'local', local: value };
    if ('daysBeforeClosing' in value)
      return { at: 'before_closing', days: value.daysBeforeClosing, time: value.time };
    return { at: 'after_invitation', days: value.daysAfterInvitation, time: value.time };
  });

const ownWords = (text: z.ZodString) =>
  z.union([text, z.partialRecord(z.enum(locales), text)], {
    error: issue('field.not_texts_by_language'),
  });

const waveFields = z.strictObject({
  kind: z.enum(waveKinds),
  sendAt,
  audience: z.enum(audiences).optional(),
  subject: ownWords(z.string().trim().min(1).max(200))
    .optional()
    .describe('A text alone is meant for all languages of the survey.'),
  body: ownWords(z.string().min(1).max(20_000)).optional().describe('Markdown.'),
  preview: ownWords(z.string().trim().min(1).max(200))
    .optional()
    .describe('What inboxes show after the subject.'),
  segmentId: z
    .union([z.string(), z.int()])
    .transform(String)
    .pipe(z.string().regex(/^[1-9]\d{0,17}$/, issue('wave.not_a_segment_id')))
    .nullable()
    .optional(),
  exceedsBecause: z
    .string()
    .trim()
    .min(10, issue('wave.reason_too_short'))
    .max(500)
    .nullable()
    .optional()
    .describe("Why this reminder may go beyond the survey's number of reminders."),
  rolling: z
    .boolean()
    .optional()
    .describe(
      'Stays open until the closing date: an invitation for whoever joins, a reminder counted from the ' +
        'invitation for each person from their own.',
    ),
  ignoreWindow: z.boolean().optional().describe('Also outside the sending window.'),
  ignoreGap: z.boolean().optional().describe("Also within the survey's days between two mails."),
  ignoreCanary: z.boolean().optional().describe('All at once, without a first few percent to see.'),
});

/** What a wave is scheduled from, through the API and the console alike. */
export const waveInput = waveFields.meta({
  id: 'NewWave',
  examples: [{ kind: 'reminder', sendAt: { daysBeforeClosing: 7, time: '10:00' } }],
});

/** What may still change before a wave has begun. */
export const waveChange = waveFields
  .omit({ kind: true })
  .partial()
  .meta({ id: 'WaveChange', examples: [{ sendAt: '2027-11-05T09:00' }] });

export type WaveInput = z.output<typeof waveInput>;
export type WaveChange = z.output<typeof waveChange>;
