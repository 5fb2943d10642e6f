import { z } from 'zod';

/** Both numbers, or both null for no cap. */
export const mailCapInput = z
  .strictObject({
    most: z.int().min(1).max(1000).nullable(),
    days: z.int().min(1).max(366).nullable(),
  })
  .refine(({ most, days }) => (most === null) === (days === null), {
    path: ['days'],
    message: 'must be null together with most, and a number together with it',
  });
