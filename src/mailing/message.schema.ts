import { z } from 'zod';

/** What staff decide about a message of which nobody knows whether it went out. */
export const resolution = z.object({
  as: z.enum(['accepted', 'resend'], { error: 'must be accepted or resend' }),
});
