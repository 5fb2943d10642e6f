import { z } from 'zod';
import { count, id, instant, localDateTime } from '../http/answer.schema.js';
import { locales } from '../common/locale.js';
import { privacyKinds, uncertainPolicies } from './survey.entity.js';

const letter = z.strictObject({ subject: z.string(), body: z.string(), preview: z.string().optional() });
const letterByLanguage = z.strictObject({
  de: letter.optional(),
  en: letter.optional(),
  fr: letter.optional(),
  pl: letter.optional(),
  nl: letter.optional(),
});

const sendingWindow = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    days: z.array(z.int().min(1).max(7)).describe('From Monday, 1, to Sunday, 7.'),
    holidays: z.string().nullable().describe('Whose public holidays are left out, such as `DE-NW`.'),
  })
  .meta({ id: 'SendingWindow', description: "When mails may go out, in the survey's zone." });

const surveyFields = {
  id,
  title: z.record(z.string(), z.string()).describe('By language; `default` serves all others.'),
  languages: z.array(z.enum(locales)),
  state: z.enum(['draft', 'published', 'closed']),
  open: z.boolean().describe('Whether it takes answers now.'),
  closesAt: localDateTime,
  timeZone: z.string().describe('IANA name.'),
  closesAtInstant: instant,
  graceMinutes: count,
  uncertainPolicy: z.enum(uncertainPolicies),
  sendingWindow: sendingWindow.nullable().describe('Null: mails go out at any time.'),
  gapDays: count,
  mostReminders: count,
  mayChangeAnswers: z.boolean(),
  textsStayWithAnswers: z.boolean(),
  groupColumns: z.array(z.string()),
  privacy: z.enum(privacyKinds),
  sender: z.strictObject({ name: z.string(), email: z.string(), address: z.string().nullable() }),
  privacyUrl: z.string().nullable(),
  imprintUrl: z.string().nullable(),
  letters: z.strictObject({
    invitation: letterByLanguage.optional(),
    reminder: letterByLanguage.optional(),
    last_call: letterByLanguage.optional(),
    thank_you: letterByLanguage.optional(),
  }),
  createdAt: instant,
  publishedAt: instant.nullable(),
};

const example = {
  id: '1',
  title: { default: 'Städtepartnerschaften' },
  languages: ['de' as const],
  state: 'draft' as const,
  open: false,
  closesAt: '2027-11-12T23:59',
  timeZone: 'Europe/Berlin',
  closesAtInstant: '2027-11-12T22:59:00.000Z',
  graceMinutes: 15,
  uncertainPolicy: 'ask' as const,
  sendingWindow: { from: '07:00', to: '20:00', days: [1, 2, 3, 4, 5, 6], holidays: null },
  gapDays: 3,
  mostReminders: 2,
  mayChangeAnswers: false,
  textsStayWithAnswers: false,
  groupColumns: [],
  privacy: 'identified' as const,
  sender: { name: 'Netzwerkbüro', email: 'buero@example.org', address: null },
  privacyUrl: null,
  imprintUrl: null,
  letters: {},
  createdAt: '2027-10-04T08:10:00.000Z',
  publishedAt: null,
};

const published = {
  ...example,
  state: 'published' as const,
  open: true,
  publishedAt: '2027-10-04T09:00:00.000Z',
  version: 1,
};

export const survey = z
  .strictObject(surveyFields)
  .meta({ id: 'Survey', description: 'A survey without its questionnaire.', examples: [example] });

/** All of them at once: `next` is there for lists that come in pages. */
export const surveys = z.strictObject({ items: z.array(survey), next: z.null() }).meta({
  id: 'Surveys',
  description: 'All surveys, the latest first.',
  examples: [{ items: [example], next: null }],
});

export const surveyWithQuestionnaire = z
  .strictObject({
    ...surveyFields,
    version: count.nullable().describe('The number of the published version; null before.'),
    changed: z.boolean().describe('Whether the questionnaire was edited since it was last published.'),
    questionnaire: z.looseObject({}).describe('SurveyJS JSON as it was last edited.'),
  })
  .meta({
    id: 'SurveyWithQuestionnaire',
    description: 'A survey with its questionnaire.',
    examples: [{ ...published, changed: false, questionnaire: { pages: [] } }],
  });

export const warning = z
  .strictObject({
    code: z.string(),
    message: z.string().describe('In English, for people.'),
    problem: z.string().optional().describe("The mail server's own words."),
  })
  .meta({ id: 'Warning', description: 'What was done all the same, and may not be meant so.' });

export const publishedSurvey = z
  .strictObject({ ...surveyFields, version: count.nullable(), warnings: z.array(warning).optional() })
  .meta({
    id: 'PublishedSurvey',
    description: 'The survey with the version that people get who begin from now on.',
    examples: [published],
  });
