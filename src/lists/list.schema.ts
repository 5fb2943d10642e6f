import { z } from 'zod';
import { count, id, instant, pageSchema } from '../http/answer.schema.js';
import { pageQuery } from '../http/page-query.js';

export const newList = z
  .object({ name: z.string().trim().min(1).max(200) })
  .meta({ id: 'NewList', examples: [{ name: 'Newsletter' }] });

export const subscribersQuery = pageQuery.extend({
  search: z.string().trim().max(320).optional().describe('Part of an address or of a name.'),
});

export const list = z
  .strictObject({
    id,
    name: z.string(),
    createdAt: instant,
    subscribers: count.describe('Everybody on it; the two below are among them.'),
    unsubscribed: count,
    suppressed: count,
  })
  .meta({
    id: 'List',
    description: 'A list and how many people are on it.',
    examples: [
      {
        id: '1',
        name: 'Newsletter',
        createdAt: '2027-10-04T07:30:00.000Z',
        subscribers: 396,
        unsubscribed: 12,
        suppressed: 3,
      },
    ],
  });

export const subscriber = z
  .strictObject({
    id,
    email: z.string(),
    name: z.string().nullable(),
    salutation: z.string().nullable().describe('A whole line; made from the name where it is null.'),
    language: z.string().nullable().describe('Primary language subtag (BCP 47).'),
    attributes: z.record(z.string(), z.string()).describe('Further columns of the files, by their heading.'),
    unsubscribedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Subscriber',
    description: 'A person on a list.',
    examples: [
      {
        id: '7',
        email: 'erika@example.org',
        name: 'Erika Mustermann',
        salutation: 'Sehr geehrte Frau Mustermann',
        language: 'de',
        attributes: { role: 'ehrenamtlich' },
        unsubscribedAt: null,
        createdAt: '2027-10-04T07:31:00.000Z',
        updatedAt: '2027-10-04T07:31:00.000Z',
      },
    ],
  });

export const lists = pageSchema('Lists', list);
export const subscribers = pageSchema('Subscribers', subscriber);
