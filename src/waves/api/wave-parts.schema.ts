import { z } from 'zod';
import { count, localDateTime } from '../../http/answer.schema.js';

const days = z.int().min(0);
const time = z.string().describe('Time of day, `09:00`.');

/** `SendAt` as it is answered. */
export const sendAtAnswer = z
  .discriminatedUnion('at', [
    z.strictObject({ at: z.literal('now') }),
    z.strictObject({ at: z.literal('local'), local: localDateTime }),
    z.strictObject({ at: z.literal('before_closing'), days, time }),
    z.strictObject({ at: z.literal('after_invitation'), days, time }),
  ])
  .meta({ id: 'SendAt', description: 'When a wave goes out, as staff said it.' });

const words = z.strictObject({
  subject: z.string().optional(),
  body: z.string().optional(),
  preview: z.string().optional(),
});

export const waveWords = z
  .strictObject({
    de: words.optional(),
    en: words.optional(),
    fr: words.optional(),
    pl: words.optional(),
    nl: words.optional(),
  })
  .meta({ id: 'WaveWords', description: "A wave's own words by language; what is missing is the survey's." });

const some = count.optional();

/** One for each `SkipReason`. */
export const skippedCounts = z
  .strictObject({
    closed: some,
    suppressed: some,
    unsubscribed: some,
    completed: some,
    screened_out: some,
    declined: some,
    snoozed: some,
    snooze_undone: some,
    not_in_segment: some,
    already_invited: some,
    not_invited: some,
    not_in_audience: some,
    reminded_enough: some,
    mailed_recently: some,
    mailed_often: some,
    cancelled: some,
    refused_before: some,
  })
  .meta({ id: 'SkippedCounts', description: 'How many get no mail, by reason.' });
