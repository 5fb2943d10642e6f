import { z } from 'zod';
import { id, instant, pageSchema } from '../http/answer.schema.js';
import { suppressionReasons } from './suppression.entity.js';

export const newSuppression = z
  .object({
    email: z.string().max(320),
    reason: z.enum(suppressionReasons).default('manual'),
    note: z.string().trim().max(1000).nullable().default(null),
  })
  .meta({
    id: 'NewSuppression',
    examples: [{ email: 'erika@example.org', reason: 'objection', note: 'Called on Monday.' }],
  });

export const whichAddress = z.object({ email: z.string().max(320).describe('The address to free.') });

export const suppression = z
  .strictObject({
    id,
    email: z.string().describe('The mailbox, lower-cased.'),
    reason: z.enum(suppressionReasons),
    note: z.string().nullable(),
    createdAt: instant,
  })
  .meta({
    id: 'Suppression',
    description: 'An address nobody may write to, in no survey and from no list.',
    examples: [
      {
        id: '5',
        email: 'erika@example.org',
        reason: 'objection',
        note: 'Called on Monday.',
        createdAt: '2027-10-04T08:00:00.000Z',
      },
    ],
  });

export const suppressionPage = pageSchema('Suppressions', suppression);
