import { z } from 'zod';
import { count, instant } from '../../http/answer.schema.js';
import { skippedCounts } from './wave-parts.schema.js';

const perDelivery = <Count extends z.ZodType>(value: Count) =>
  z.strictObject({
    planned: value,
    handing_over: value,
    accepted: value,
    deferred: value,
    refused: value,
    uncertain: value,
    skipped: value,
  });

/** Messages by delivery. */
export const deliveryCounts = perDelivery(count).meta({ id: 'DeliveryCounts' });

const waitingFor = z
  .discriminatedUnion('what', [
    z.strictObject({ what: z.enum(['due_time', 'window', 'next_attempt']), until: instant }),
    z.strictObject({ what: z.enum(['people', 'resume', 'confirmation']) }),
    z.strictObject({ what: z.enum(['staff', 'letter']), reason: z.string() }),
    z.strictObject({ what: z.enum(['mail_server', 'sender']), reason: z.string(), until: instant }),
    z.strictObject({
      what: z.literal('provider'),
      provider: z.string(),
      rate: z.number().nullable(),
      reason: z.string().nullable(),
      until: instant,
    }),
    z.strictObject({ what: z.literal('pace'), rate: z.number() }),
  ])
  .meta({ id: 'WaitingFor' });

/** `WaveStatus` as it is answered. */
export const waveStatusFields = {
  total: count.describe('Always the sum of `counts`.'),
  counts: perDelivery(count.nullable())
    .meta({ id: 'WaveCounts' })
    .describe('Messages by delivery; null: may not be told apart.'),
  settled: count
    .nullable()
    .optional()
    .describe('Of reminders of anonymous surveys: all but the uncertain ones, once the wave is over.'),
  skipped: skippedCounts,
  rate: z.number().describe('Messages settled per second over the last minute.'),
  eta: instant.nullable(),
  waitingFor: waitingFor.nullable().describe('Null while it sends or when it is over.'),
  lines: z
    .array(
      z.strictObject({
        provider: z.string(),
        waiting: count,
        rate: z.number().nullable(),
        because: z.string().nullable(),
      }),
    )
    .describe('Messages in line for the pace of a mail provider, the longest wait first.'),
};
