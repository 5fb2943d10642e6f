import { z } from 'zod';

const rate = z
  .number({ error: 'must be a number of mails per second, or null for no limit' })
  .min(0.001, 'must be at least 0.001; pause a wave to stop it')
  .max(100_000)
  .nullable();

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
    'must be a domain such as example.org',
  );

/** The pace of everything. */
export const paceChange = z.strictObject({ rate });

/** The pace of one mail provider, and domains that belong to it whatever their MX records say. */
export const providerPaceChange = z.strictObject({ rate, domains: z.array(domain).max(1000).optional() });

/** A mail provider's name: the main domain of its mail servers, or the recipients' own domain. */
export const providerName = domain;
