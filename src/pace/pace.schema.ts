import { issue } from '../http/problems/zod-problems.js';
import { z } from 'zod';
import { count, instant } from '../http/answer.schema.js';

const rate = z
  .number({ error: issue('pace.not_a_rate') })
  .min(0.001, issue('pace.too_slow'))
  .max(100_000)
  .nullable();

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, issue('pace.not_a_domain'));

/** The pace of everything. */
export const paceChange = z.strictObject({ rate }).meta({ id: 'PaceChange', examples: [{ rate: 50 }] });

/** The pace of one mail provider, and domains that belong to it whatever their MX records say. */
export const providerPaceChange = z
  .strictObject({ rate, domains: z.array(domain).max(1000).optional() })
  .meta({ id: 'ProviderPaceChange', examples: [{ rate: 5, domains: ['gmx.de'] }] });

/** A mail provider's name: the main domain of its mail servers, or the recipients' own domain. */
export const providerName = domain;

const pace = {
  rate: z.number().nullable().describe('What staff allow, in mails per second; null: no limit.'),
  allowed: z.number().nullable().describe('What may go now.'),
  slowedTo: z.number().nullable().describe('What replies of mail servers have brought it to.'),
  slowedAt: instant.nullable(),
  slowedBecause: z.string().nullable().describe('The reply that slowed it down last.'),
};

export const paces = z
  .strictObject({
    all: z.strictObject(pace),
    providers: z.array(
      z.strictObject({
        provider: z.string(),
        ...pace,
        waiting: count.describe('Messages that wait for this pace.'),
        domains: z.array(z.string()).describe('Domains that staff have put to this provider.'),
      }),
    ),
  })
  .meta({
    id: 'Paces',
    description: 'The pace of everything together, and of each mail provider.',
    examples: [
      {
        all: { rate: 50, allowed: 50, slowedTo: null, slowedAt: null, slowedBecause: null },
        providers: [],
      },
    ],
  });
