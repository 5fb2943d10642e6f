import { coded, type CodedText } from '../../common/coded-text.js';
import { z } from 'zod';
import { parseEmailAddress } from '../../common/email-address.js';
import type { Problem } from '../../common/errors.js';
import { isLocale, type Locale, locales } from '../../common/locale.js';
import { instantOf, isLocalDateTime, isTimeZone } from '../../common/local-time.js';
import type { FieldErrors } from '../../console/notices.js';
import { type Privacy, privacyKinds, type Survey } from '../survey.entity.js';
import {
  postedSendingHours,
  sendingHoursIn,
  sendingHoursOf,
  type SendingHoursValues,
} from './sending-hours.js';
import { sampleQuestionnaire } from '../questionnaires/sample-questionnaire.js';
import type { SurveyInput } from '../survey.schema.js';
import type { Texts } from '../../common/texts.js';
import { isWebAddress } from '../web-address.rules.js';

/** What a new survey can begin with, where no JSON is given. */
export const firstQuestionnaires = ['empty', 'sample'] as const;

/** What is in the form's fields, as typed. */
export interface SurveyFormValues extends SendingHoursValues {
  titles: Record<Locale, string>;
  languages: Locale[];
  closesAt: string;
  timeZone: string;
  privacy: Privacy;
  /** A box: `yes` or empty. */
  mayChangeAnswers: '' | 'yes';
  /** A box: `yes` or empty. */
  textsStayWithAnswers: '' | 'yes';
  senderName: string;
  senderEmail: string;
  senderAddress: string;
  privacyUrl: string;
  imprintUrl: string;
  start: (typeof firstQuestionnaires)[number];
  questionnaire: string;
  /** What the file that the questionnaire comes from could not bring, as JSON. */
  notes: string;
}

export const emptySurveyForm: SurveyFormValues = {
  titles: titlesBy(() => ''),
  languages: ['de'],
  closesAt: '',
  timeZone: 'Europe/Berlin',
  privacy: 'identified',
  mayChangeAnswers: '',
  textsStayWithAnswers: '',
  senderName: '',
  senderEmail: '',
  senderAddress: '',
  privacyUrl: '',
  imprintUrl: '',
  start: 'empty',
  questionnaire: '',
  notes: '',
  ...sendingHoursOf(null),
};

const text = (max: number) =>
  z
    .string()
    .max(max)
    .catch('')
    .transform((value) => value.trim());

const titleFields = z.object(Object.fromEntries(locales.map((locale) => [titleField(locale), text(200)])));

const posted = z.object({
  languages: z
    .union([z.string(), z.array(z.string())])
    .catch([])
    .transform((value) => [value].flat().filter(isLocale)),
  closesAt: text(30),
  timeZone: text(60),
  privacy: z.enum(privacyKinds).catch('identified'),
  mayChangeAnswers: z.enum(['', 'yes']).catch(''),
  textsStayWithAnswers: z.enum(['', 'yes']).catch(''),
  senderName: text(100),
  senderEmail: text(254),
  senderAddress: text(300),
  privacyUrl: text(500),
  imprintUrl: text(500),
  start: z.enum(firstQuestionnaires).catch('empty'),
  questionnaire: text(2_000_000),
  notes: text(2_000_000),
  ...postedSendingHours,
});

export function readSurveyForm(fields: unknown): SurveyFormValues {
  const titles = titleFields.parse(fields);
  return { ...posted.parse(fields), titles: titlesBy((locale) => titles[titleField(locale)] ?? '') };
}

/**
 * What was posted about an existing survey. Its languages keep their order, as the first is the one to fall
 * back on; once published it keeps all of them, and its privacy.
 */
export function readSurveyChange(fields: unknown, survey: Survey): SurveyFormValues {
  const values = readSurveyForm(fields);
  const isDraft = survey.state === 'draft';
  const kept = survey.languages.filter((language) => !isDraft || values.languages.includes(language));
  return {
    ...values,
    languages: [...new Set([...kept, ...values.languages])],
    privacy: isDraft ? values.privacy : survey.privacy,
  };
}

/** The form as it stands for an existing survey. */
export function surveyFormOf(survey: Survey): SurveyFormValues {
  const { title, languages } = survey;
  return {
    titles: titlesBy(
      (locale) => title[locale] ?? (languages[0] === locale ? title['default'] : undefined) ?? '',
    ),
    languages,
    closesAt: survey.closesAtLocal.slice(0, 16),
    timeZone: survey.timeZone,
    privacy: survey.privacy,
    mayChangeAnswers: survey.mayChangeAnswers ? 'yes' : '',
    textsStayWithAnswers: survey.textsStayWithAnswers ? 'yes' : '',
    senderName: survey.senderName,
    senderEmail: survey.senderEmail,
    senderAddress: survey.senderAddress ?? '',
    privacyUrl: survey.privacyUrl ?? '',
    imprintUrl: survey.imprintUrl ?? '',
    start: 'empty',
    questionnaire: '',
    notes: '',
    ...sendingHoursOf(survey),
  };
}

/** What is wrong with each field, in the words of the page; empty when nothing is. */
export function errorsOf(values: SurveyFormValues, t: Texts['survey-form']): Record<string, string> {
  const wrong: [string, boolean, string][] = [
    ['languages', values.languages.length === 0, t.errors.languages],
    ...values.languages.map((locale): [string, boolean, string] => [
      titleField(locale),
      !values.titles[locale],
      t.errors.title,
    ]),
    ['closesAt', !isLocalDateTime(values.closesAt), t.errors.closesAt],
    ['timeZone', !isTimeZone(values.timeZone), t.errors.timeZone],
    ['senderName', !values.senderName, t.errors.senderName],
    ['senderEmail', parseEmailAddress(values.senderEmail) === null, t.errors.senderEmail],
    [
      'mayChangeAnswers',
      values.mayChangeAnswers === 'yes' && values.privacy === 'anonymous',
      t.errors.mayChangeAnswers,
    ],
    ['privacyUrl', values.privacyUrl !== '' && !isWebAddress(values.privacyUrl), t.errors.url],
    ['imprintUrl', values.imprintUrl !== '' && !isWebAddress(values.imprintUrl), t.errors.url],
  ];
  return Object.fromEntries(
    wrong.filter(([, isWrong]) => isWrong).map(([name, , message]) => [name, message]),
  );
}

/** A new survey cannot have ended already; empty where date or zone cannot be read, which `errorsOf` says. */
export function pastClosingErrors(values: SurveyFormValues, t: Texts['survey-form'], now: Date): FieldErrors {
  const { closesAt, timeZone } = values;
  if (!isLocalDateTime(closesAt) || !isTimeZone(timeZone) || instantOf(closesAt, timeZone) > now) return {};
  return { closesAt: t.errors.closesInPast };
}

/**
 * The questionnaire a new survey begins with: the JSON that was given, or one to start from. What
 * publication would refuse is left to the editor, which says so beside each question.
 */
export function readQuestionnaire(
  values: SurveyFormValues,
  t: Texts['survey-form'],
): { questionnaire: Record<string, unknown>; errors: FieldErrors; problems: readonly Problem[] } {
  const failed = (said: CodedText) => ({
    questionnaire: {},
    errors: { questionnaire: t.errors.json },
    problems: [{ path: 'JSON', ...said }],
  });
  const locale = values.languages[0] ?? 'de';
  if (!values.questionnaire) {
    const questionnaire = values.start === 'sample' ? sampleQuestionnaire() : { locale, pages: [] };
    return { questionnaire, errors: {}, problems: [] };
  }
  try {
    const json: unknown = JSON.parse(values.questionnaire);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return failed(coded('questionnaire.not_json'));
    }
    return { questionnaire: json as Record<string, unknown>, errors: {}, problems: [] };
  } catch (error) {
    return failed(unreadable((error as Error).message));
  }
}

/** Where V8 says that a JSON text is broken. */
function unreadable(message: string): CodedText {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return line !== undefined && column !== undefined
    ? coded('questionnaire.broken_json', { line, column })
    : coded('questionnaire.unreadable_json');
}

/** What the service makes a survey from. */
export function surveyInputOf(
  values: SurveyFormValues,
  questionnaire: Record<string, unknown>,
): Omit<SurveyInput, 'letters'> {
  return {
    ...changeOf(values),
    privacy: values.privacy,
    textsStayWithAnswers: values.textsStayWithAnswers === 'yes',
    questionnaire,
  };
}

/** What may change before publication, beside the questionnaire. */
export function draftChangeOf(values: SurveyFormValues) {
  const change: Partial<SurveyInput> = surveyInputOf(values, {});
  delete change.questionnaire;
  return change;
}

/** What may still change after publication. */
export function changeOf(values: SurveyFormValues) {
  return {
    languages: values.languages,
    title: Object.fromEntries(Object.entries(values.titles).filter(([, title]) => title !== '')),
    closesAt: values.closesAt,
    timeZone: values.timeZone,
    mayChangeAnswers: values.mayChangeAnswers === 'yes',
    ...sendingHoursIn(values),
    sender: {
      name: values.senderName,
      email: values.senderEmail,
      ...(values.senderAddress && { address: values.senderAddress }),
    },
    privacyUrl: values.privacyUrl || null,
    imprintUrl: values.imprintUrl || null,
  };
}

/** The name of the field for the title in one language. */
export function titleField(locale: Locale): string {
  return `title.${locale}`;
}

function titlesBy(of: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, string>;
}
