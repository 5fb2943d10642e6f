import { issue } from '../http/problems/zod-problems.js';
import { packed } from '../common/coded-text.js';
import { z } from 'zod';
import { parseEmailAddress } from '../common/email-address.js';
import { isLocalDateTime, isTimeZone } from '../common/local-time.js';
import { locales } from '../common/locale.js';
import { usualWindow, windowProblems } from '../common/sending-window.js';
import { isWebAddress } from './web-address.rules.js';
import { MAX_GROUP_COLUMNS } from './survey.rules.js';
import { privacyKinds, uncertainPolicies } from './survey.entity.js';

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), issue('field.not_one_line'));

const emailAddress = z
  .string()
  .refine((text) => parseEmailAddress(text) !== null, issue('field.not_one_address'));

const webAddress = z
  .string({ error: issue('survey.not_a_web_address') })
  .refine(isWebAddress, issue('survey.unsafe_web_address'));

const title = z
  .union([oneLine(200), z.partialRecord(z.enum([...locales, 'default']), oneLine(200))], {
    error: issue('survey.title'),
  })
  .transform((value): Record<string, string> => (typeof value === 'string' ? { default: value } : value));

const letter = z.strictObject({
  subject: oneLine(200),
  body: z.string().min(1).max(20_000),
  preview: oneLine(200).exactOptional().describe('What inboxes show after the subject.'),
});
const letterByLanguage = z.partialRecord(z.enum(locales), letter);

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, issue('field.not_a_time_of_day', { example: '07:00' }));

/** When mails may go out; null: always. */
const sendingWindow = z
  .strictObject({
    from: timeOfDay,
    to: timeOfDay,
    days: z
      .array(z.int().min(1).max(7), { error: issue('survey.weekdays') })
      .transform((days) => [...new Set(days)].sort())
      .default(usualWindow.days),
    holidays: z.string().nullable().default(null),
  })
  .superRefine((window, context) => {
    for (const { path, said } of windowProblems(window))
      context.addIssue({ code: 'custom', path: [path], message: packed(said) });
  });

const surveyFields = z.strictObject({
  title,
  languages: z
    .array(z.enum(locales))
    .min(1)
    .transform((list) => [...new Set(list)]),
  closesAt: z
    .string()
    .refine(isLocalDateTime, issue('field.not_a_local_time_alone'))
    .describe('Wall-clock time in the time zone.'),
  timeZone: z.string().refine(isTimeZone, issue('field.not_a_time_zone')),
  privacy: z.enum(privacyKinds),
  sender: z.strictObject({
    name: oneLine(100),
    email: emailAddress,
    address: z.string().trim().max(300).optional(),
  }),
  questionnaire: z.looseObject({}).describe('SurveyJS JSON.'),
  privacyUrl: webAddress.nullable().optional().describe('Null: none.'),
  imprintUrl: webAddress.nullable().optional().describe('Null: none.'),
  graceMinutes: z
    .int()
    .min(0)
    .max(1440)
    .optional()
    .describe('How long after closing somebody who had begun may still finish.'),
  sendingWindow: sendingWindow.nullable().optional().describe('Null: mails go out at any time.'),
  gapDays: z.int().min(0).max(60).optional().describe('Days between two mails to one person.'),
  mostReminders: z.int().min(0).max(10).optional(),
  mayChangeAnswers: z.boolean().optional(),
  textsStayWithAnswers: z.boolean().optional(),
  groupColumns: z
    .array(oneLine(100))
    .max(MAX_GROUP_COLUMNS, issue('survey.too_many_columns', { most: MAX_GROUP_COLUMNS }))
    .transform((columns) => [...new Set(columns)])
    .optional(),
  uncertainPolicy: z.enum(uncertainPolicies).optional(),
  letters: z
    .strictObject({
      invitation: letterByLanguage.optional(),
      reminder: letterByLanguage.optional(),
      last_call: letterByLanguage.optional(),
      thank_you: letterByLanguage.optional(),
    })
    .optional(),
});

/** What a survey is made from, through the API and the console alike. */
export const surveyInput = surveyFields.meta({
  id: 'NewSurvey',
  examples: [
    {
      title: 'Städtepartnerschaften',
      languages: ['de'],
      closesAt: '2027-11-12T23:59',
      timeZone: 'Europe/Berlin',
      privacy: 'identified',
      sender: { name: 'Netzwerkbüro', email: 'buero@example.org' },
      questionnaire: { pages: [{ elements: [{ type: 'text', name: 'wish', title: 'Ihr Wunsch' }] }] },
    },
  ],
});

export const surveyChange = surveyFields
  .partial()
  .meta({ id: 'SurveyChange', examples: [{ closesAt: '2027-11-19T23:59', mayChangeAnswers: true }] });

export type SurveyInput = z.output<typeof surveyInput>;
export type SurveyChange = z.output<typeof surveyChange>;
