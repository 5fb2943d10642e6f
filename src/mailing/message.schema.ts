import { z } from 'zod';

/** What staff decide about a message of which nobody knows whether it went out; what was refused can be sent again. */
export const resolution = z.object({
  as: z.enum(['accepted', 'resend'], { error: 'must be accepted or resend' }),
});

/** What is known from outside about a message that was uncertain, by the Message-ID it carried. */
export const settlementFromOutside = z.strictObject({
  messageId: z.string().min(1).max(998),
  as: z.enum(['accepted', 'refused'], { error: 'must be accepted or refused' }),
  /** The mail server's words, where there are any. */
  reply: z.string().max(1000).optional(),
});
