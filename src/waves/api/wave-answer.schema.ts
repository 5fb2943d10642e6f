import { z } from 'zod';
import { itemsSchema, count, id, instant, localDateTime } from '../../http/answer.schema.js';
import { sendAtAnswer, skippedCounts, waveWords } from './wave-parts.schema.js';
import { waveStatusFields } from './wave-status.schema.js';
import { audiences, waveStates } from '../../ledger/states/wave.entity.js';
import { waveKinds } from '../../letters/wave-words.js';

const waveFields = {
  id,
  surveyId: id,
  kind: z.enum(waveKinds),
  state: z.enum(waveStates),
  dueAt: instant,
  audience: z.enum(audiences),
  words: waveWords,
  sendAt: sendAtAnswer,
  rolling: z.boolean().describe('Stays open until the closing date.'),
  segmentId: id.nullable(),
  onRequestOf: id.nullable().describe('The wave in whose mails people chose to be reminded later.'),
  exceedsBecause: z.string().nullable(),
  ignoreWindow: z.boolean(),
  ignoreGap: z.boolean(),
  ignoreCanary: z.boolean(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  ...waveStatusFields,
};

const example = {
  id: '1',
  surveyId: '1',
  kind: 'invitation' as const,
  state: 'sending' as const,
  dueAt: '2027-10-18T08:00:00.000Z',
  audience: 'not_completed' as const,
  words: {},
  sendAt: { at: 'now' as const },
  rolling: false,
  segmentId: null,
  onRequestOf: null,
  exceedsBecause: null,
  ignoreWindow: false,
  ignoreGap: false,
  ignoreCanary: false,
  startedAt: '2027-10-18T08:00:00.000Z',
  finishedAt: null,
  total: 381,
  counts: {
    planned: 331,
    handing_over: 0,
    accepted: 48,
    deferred: 1,
    refused: 0,
    uncertain: 0,
    skipped: 1,
  },
  skipped: { unsubscribed: 1 },
  rate: 12.5,
  eta: '2027-10-18T08:00:31.000Z',
  waitingFor: null,
  lines: [],
};

export const wave = z.strictObject(waveFields).meta({
  id: 'Wave',
  description: 'One mailing of a survey and how it stands; `total` is the sum of `counts`.',
  examples: [example],
});

export const waves = z
  .strictObject({ items: z.array(wave), next: z.null() })
  .meta({ id: 'Waves', description: 'All waves of a survey.', examples: [{ items: [example], next: null }] });

export const scheduledWaves = itemsSchema('ScheduledWaves', wave);

export const resolvedWave = z
  .strictObject({ ...waveFields, resolved: count.describe('How many were decided.') })
  .meta({
    id: 'ResolvedWave',
    description: 'The wave, and how many of its messages were decided.',
    examples: [{ ...example, state: 'finished' as const, resolved: 2 }],
  });

export const wavePreview = z
  .strictObject({
    total: count,
    recipients: count.nullable().describe('Null: may not be told.'),
    skipped: skippedCounts,
    dueAt: instant,
    begins: instant.describe('When its first mail may go out: later outside the sending window.'),
    local: localDateTime,
  })
  .meta({
    id: 'WavePreview',
    description: 'When a wave would go out, whom it would reach, and why not the others.',
    examples: [
      {
        total: 381,
        recipients: 290,
        skipped: { completed: 91 },
        dueAt: '2027-11-09T09:00:00.000Z',
        begins: '2027-11-09T09:00:00.000Z',
        local: '2027-11-09T10:00',
      },
    ],
  });

export const suggestedPlan = z
  .strictObject({
    waves: z.array(
      z.strictObject({
        kind: z.enum(waveKinds),
        sendAt: sendAtAnswer,
        dueAt: instant,
        recipients: count.nullable().describe('Null: may not be told.'),
      }),
    ),
  })
  .meta({
    id: 'SuggestedPlan',
    description: 'A plan to begin with; nothing of it is scheduled.',
    examples: [
      {
        waves: [
          {
            kind: 'invitation',
            sendAt: { at: 'now' },
            dueAt: '2027-10-18T08:00:00.000Z',
            recipients: 381,
          },
        ],
      },
    ],
  });

const waveMove = z
  .strictObject({
    id,
    kind: z.enum(waveKinds),
    from: instant,
    to: instant,
    problem: z
      .enum(['after_closing', 'in_the_past'])
      .nullable()
      .describe('Why it could not go out any more.'),
  })
  .meta({
    id: 'WaveMove',
    examples: [
      {
        id: '2',
        kind: 'reminder',
        from: '2027-11-05T09:00:00.000Z',
        to: '2027-11-12T09:00:00.000Z',
        problem: null,
      },
    ],
  });

export const waveMoves = itemsSchema('WaveMoves', waveMove);

export const rewrittenLetter = z
  .strictObject({
    id,
    state: z.enum(waveStates),
    words: waveWords,
    mails: z.strictObject({
      waiting: count.nullable().describe('Not handed over yet; null before they are planned.'),
      gone: count.describe('Handed over before, with the words of their time.'),
    }),
  })
  .meta({
    id: 'RewrittenLetter',
    description: 'The letter as it is now, and how many mails will carry it.',
    examples: [
      {
        id: '1',
        state: 'sending',
        words: { de: { subject: 'Noch eine Woche' } },
        mails: { waiting: 331, gone: 50 },
      },
    ],
  });

export const sentTest = z.strictObject({ accepted: z.boolean(), to: z.string(), reply: z.string() }).meta({
  id: 'SentTest',
  description: "The mail server's answer to the test mail.",
  examples: [{ accepted: true, to: 'anna@example.org', reply: '250 2.0.0 Ok: queued as 4Q1x' }],
});
