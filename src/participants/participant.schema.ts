import { z } from 'zod';
import { count, id, instant, pageSchema } from '../http/answer.schema.js';
import { warning } from '../surveys/survey-answer.schema.js';
import { participations } from './participant.entity.js';

const idOf = (what: string) =>
  z
    .union([z.string(), z.int()])
    .transform(String)
    .pipe(z.string().regex(/^[1-9]\d{0,17}$/, `must be the id of a ${what}`));

export const newEnrolment = z
  .object({
    listId: idOf('list'),
    segmentId: idOf('segment').nullish().describe('Only those in this segment of the list.'),
    follow: z.boolean().optional().describe('Whoever joins later is taken in, until the closing date.'),
  })
  .meta({ id: 'NewEnrolment', examples: [{ listId: '1' }] });

export const enrolled = z
  .strictObject({
    enrolled: count,
    already: count,
    suppressed: count,
    unsubscribed: count,
    outside: count.optional().describe('Not in the segment, where one was named.'),
    follows: z.boolean(),
    warnings: z.array(warning).optional(),
  })
  .meta({
    id: 'Enrolled',
    description: 'How many people of the list were taken in, and why not the others.',
    examples: [{ enrolled: 381, already: 0, suppressed: 3, unsubscribed: 12, follows: false }],
  });

export const following = z
  .object({ follows: z.boolean() })
  .meta({ id: 'EnrolmentChange', examples: [{ follows: false }] });

export const enrolment = z
  .strictObject({
    id,
    listId: id,
    listName: z.string(),
    segmentId: id.nullable(),
    segmentName: z.string().nullable(),
    follows: z.boolean(),
    createdAt: instant,
  })
  .meta({
    id: 'Enrolment',
    description: "Where a survey's participants come from: a list, or a segment of it.",
    examples: [
      {
        id: '1',
        listId: '1',
        listName: 'Newsletter',
        segmentId: null,
        segmentName: null,
        follows: true,
        createdAt: '2027-10-04T09:05:00.000Z',
      },
    ],
  });

export const enrolments = pageSchema('Enrolments', enrolment);

export const participant = z
  .strictObject({
    id,
    email: z.string(),
    name: z.string().nullable(),
    participation: z.enum(participations).nullable().describe('Null in anonymous surveys.'),
    completedAt: instant.nullable(),
    delivery: z.string().nullable().describe('Of their latest mail.'),
    lastMailedAt: instant.nullable(),
    link: z.string().optional().describe('The personal link, in identified surveys; reading it is recorded.'),
  })
  .meta({
    id: 'Participant',
    description: 'One subscriber asked to answer one survey.',
    examples: [
      {
        id: '11',
        email: 'erika@example.org',
        name: 'Erika Mustermann',
        participation: 'not_started',
        completedAt: null,
        delivery: 'accepted',
        lastMailedAt: '2027-10-18T08:00:03.000Z',
        link: 'https://umfrage.example.org/u/AAAAAAAAAAsL1b1Qy0b0m1m8tT3h0A',
      },
    ],
  });

export const participants = pageSchema('Participants', participant);
