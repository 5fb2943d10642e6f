import { issue } from '../http/problems/zod-problems.js';
import { z } from 'zod';
import { count } from '../http/answer.schema.js';

/** Both numbers, or both null for no cap. */
export const mailCapInput = z
  .strictObject({
    most: z.int().min(1).max(1000).nullable(),
    days: z.int().min(1).max(366).nullable(),
  })
  .refine(({ most, days }) => (most === null) === (days === null), {
    path: ['days'],
    message: issue('pace.half_a_cap'),
  })
  .meta({ id: 'MailCapChange', examples: [{ most: 10, days: 30 }] });

export const mailCap = z.strictObject({ most: count.nullable(), days: count.nullable() }).meta({
  id: 'MailCap',
  description: 'How many mails one address may get over all surveys in how many days; both null: no cap.',
  examples: [{ most: 10, days: 30 }],
});
