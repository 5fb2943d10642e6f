import { z } from 'zod';
import { parseEmailAddress } from '../common/email-address.js';
import { isLocalDateTime, isTimeZone } from '../common/local-time.js';
import { locales } from '../common/locale.js';
import { privacyKinds, uncertainPolicies } from './survey.entity.js';

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), 'must be one line without control characters');

const emailAddress = z
  .string()
  .refine(
    (text) => parseEmailAddress(text) !== null,
    'must be one e-mail address such as office@example.org',
  );

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

const title = z
  .union([oneLine(200), z.partialRecord(z.enum([...locales, 'default']), oneLine(200))], {
    error: 'must be a text of up to 200 characters, or texts by language such as {"de": "…", "en": "…"}',
  })
  .transform((value): Record<string, string> => (typeof value === 'string' ? { default: value } : value));

const letter = z.strictObject({ subject: oneLine(200), body: z.string().min(1).max(20_000) });
const letterByLanguage = z.partialRecord(z.enum(locales), letter);

/** What a survey is made from, through the API and the console alike. */
export const surveyInput = z.strictObject({
  title,
  languages: z
    .array(z.enum(locales, { error: `must be one of ${locales.join(', ')}` }))
    .min(1)
    .transform((list) => [...new Set(list)]),
  closesAt: z
    .string()
    .refine(isLocalDateTime, 'must be a local date and time such as 2027-11-12T23:59, without a zone or Z'),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin'),
  privacy: z.enum(privacyKinds, { error: `must be one of ${privacyKinds.join(', ')}` }),
  sender: z.strictObject({
    name: oneLine(100),
    email: emailAddress,
    address: z.string().trim().max(300).optional(),
  }),
  questionnaire: z.looseObject({}),
  privacyUrl: webAddress.optional(),
  imprintUrl: webAddress.optional(),
  graceMinutes: z.int().min(0).max(1440).optional(),
  uncertainPolicy: z
    .enum(uncertainPolicies, { error: `must be one of ${uncertainPolicies.join(', ')}` })
    .optional(),
  letters: z
    .strictObject({
      invitation: letterByLanguage.optional(),
      reminder: letterByLanguage.optional(),
      thank_you: letterByLanguage.optional(),
    })
    .optional(),
});

export const surveyChange = surveyInput.partial();

export type SurveyInput = z.output<typeof surveyInput>;
export type SurveyChange = z.output<typeof surveyChange>;
