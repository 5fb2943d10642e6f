import { z } from 'zod';
import { count, id, instant } from '../http/answer.schema.js';
import { deliveryCounts, waveStatusFields } from '../waves/api/wave-status.schema.js';
import { waveStates } from '../ledger/states/wave.entity.js';
import { waveKinds } from '../letters/wave-words.js';
import { group } from '../results/groups/groups.schema.js';

const rate = z
  .strictObject({
    numerator: count,
    denominator: count,
    value: z.number().nullable().describe('From 0 to 1; null while nobody was invited.'),
    meaning: z.string(),
  })
  .meta({ id: 'Rate', description: 'A rate with what it was made from.' });

const participationCounts = z
  .strictObject({
    not_started: count,
    opened: count,
    partial: count,
    completed: count,
    screened_out: count,
    declined: count,
  })
  .meta({ id: 'ParticipationCounts', description: 'How many people stand at which participation.' });

const waveOfStatistics = z
  .strictObject({
    id,
    kind: z.enum(waveKinds),
    state: z.enum(waveStates),
    dueAt: instant,
    startedAt: instant.nullable(),
    ...waveStatusFields,
  })
  .meta({ id: 'WaveOfStatistics' });

export const statistics = z
  .strictObject({
    surveyId: id,
    groups: z.array(group).optional().describe('With `by`.'),
    countedAt: z
      .strictObject({ completed: count })
      .nullable()
      .optional()
      .describe('With `by` in anonymous surveys: how many had completed when the groups were counted.'),
    closesAt: instant,
    participants: count,
    invited: count.describe('People an invitation was handed over for, whatever became of it.'),
    participation: participationCounts,
    delivery: deliveryCounts.describe('Of all waves; of anonymous surveys of invitations.'),
    rr1: rate,
    rr2: rate,
    curve: z.array(z.strictObject({ at: instant, completed: count })),
    openResponses: count,
    responses: z.strictObject({
      shown: count,
      open: count.describe('Of those shown.'),
      waiting: z.strictObject({ personal: count, open: count }),
    }),
    waves: z.array(waveOfStatistics),
  })
  .meta({
    id: 'Statistics',
    description: 'How a survey stands.',
    examples: [
      {
        surveyId: '1',
        closesAt: '2027-11-12T22:59:00.000Z',
        participants: 381,
        invited: 381,
        participation: {
          not_started: 270,
          opened: 12,
          partial: 8,
          completed: 88,
          screened_out: 0,
          declined: 3,
        },
        delivery: {
          planned: 0,
          handing_over: 0,
          accepted: 379,
          deferred: 0,
          refused: 2,
          uncertain: 0,
          skipped: 0,
        },
        rr1: {
          numerator: 88,
          denominator: 381,
          value: 0.231,
          meaning: 'Complete responses among all people invited (AAPOR RR1).',
        },
        rr2: {
          numerator: 96,
          denominator: 381,
          value: 0.252,
          meaning: 'Complete and partial responses among all people invited (AAPOR RR2).',
        },
        curve: [{ at: '2027-10-18T08:12:00.000Z', completed: 1 }],
        openResponses: 0,
        responses: { shown: 88, open: 0, waiting: { personal: 0, open: 0 } },
        waves: [],
      },
    ],
  });
