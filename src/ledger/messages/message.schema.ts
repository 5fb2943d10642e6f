import { issue } from '../../http/problems/zod-problems.js';
import { z } from 'zod';
import { count, id, instant, pageSchema } from '../../http/answer.schema.js';
import { pageQuery } from '../../http/page-query.js';
import { deliveries } from '../states/message.entity.js';

const idInQuery = z.string().regex(/^[1-9]\d{0,17}$/, issue('field.not_an_id'));

export const ledgerQuery = pageQuery.extend({
  wave: idInQuery.optional().describe('Of this wave alone.'),
  survey: idInQuery.optional().describe('Of this survey alone.'),
  state: z.enum(deliveries).optional(),
  address: z.string().max(320).optional().describe('Part of an address.'),
});

/** What staff decide about a message of which nobody knows whether it went out; what was refused can be sent again. */
export const resolution = z
  .object({ as: z.enum(['accepted', 'resend']) })
  .meta({ id: 'Resolution', examples: [{ as: 'accepted' }] });

/** What is known from outside about a message that was uncertain, by the Message-ID it carried. */
export const settlementFromOutside = z
  .strictObject({
    messageId: z.string().min(1).max(998),
    as: z.enum(['accepted', 'refused']),
    reply: z.string().max(1000).optional().describe("The mail server's words, where there are any."),
  })
  .meta({
    id: 'Settlement',
    examples: [{ messageId: '<m.11.8f0c@umfrage.example.org>', as: 'accepted', reply: '250 2.0.0 Ok' }],
  });

export const message = z
  .strictObject({
    id,
    surveyId: id,
    waveId: id.nullable().describe('Null for thank-yous.'),
    kind: z.enum(['invitation', 'reminder', 'thank_you']),
    participantId: id,
    email: z.string(),
    name: z.string().nullable(),
    state: z.enum(deliveries),
    reason: z.string().nullable().describe('Why it was skipped or refused, or what is unclear about it.'),
    attempts: count,
    nextAttemptAt: instant.nullable(),
    reply: z.string().nullable().describe("The mail server's last words."),
    server: z.string().nullable().describe('Host and port of the mail server it was handed to last.'),
    settledAt: instant.nullable(),
  })
  .meta({
    id: 'Message',
    description: 'One mail to one person: a row of the ledger.',
    examples: [
      {
        id: '23',
        surveyId: '1',
        waveId: '1',
        kind: 'invitation',
        participantId: '11',
        email: 'erika@example.org',
        name: 'Erika Mustermann',
        state: 'accepted',
        reason: null,
        attempts: 1,
        nextAttemptAt: null,
        reply: '250 2.0.0 Ok: queued as 4Q1x',
        server: 'mail.example.org:587',
        settledAt: '2027-10-18T08:00:03.000Z',
      },
    ],
  });

export const messages = pageSchema('Messages', message);
