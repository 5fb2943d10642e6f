import { describe, expect, test } from '@jest/globals';
import { texts } from '../../common/texts.js';
import {
  changeOf,
  draftChangeOf,
  emptySurveyForm,
  errorsOf,
  pastClosingErrors,
  readQuestionnaire,
  readSurveyChange,
  readSurveyForm,
  surveyFormOf,
  type SurveyFormValues,
  surveyInputOf,
} from './survey-form.js';
import { Survey } from '../survey.entity.js';

const t = texts('survey-form', 'en');
const filled: SurveyFormValues = {
  ...emptySurveyForm,
  titles: { ...emptySurveyForm.titles, de: 'Städtepartnerschaften' },
  closesAt: '2027-11-12T23:59',
  senderName: 'Netzwerkbüro',
  senderEmail: 'buero@example.org',
};
const wrongIn = (values: Partial<SurveyFormValues>) =>
  Object.keys(errorsOf({ ...filled, ...values }, t)).sort();

function surveyOf(facts: Partial<Survey>): Survey {
  return Object.assign(new Survey(), {
    title: { de: 'Städte', en: 'Towns' },
    languages: ['de', 'en'],
    closesAtLocal: '2027-11-12T23:59:00',
    timeZone: 'Europe/Berlin',
    privacy: 'anonymous',
    mayChangeAnswers: false,
    textsStayWithAnswers: true,
    senderName: 'Netzwerkbüro',
    senderEmail: 'buero@example.org',
    senderAddress: null,
    privacyUrl: null,
    imprintUrl: null,
    sendingWindow: null,
    gapDays: 3,
    mostReminders: 2,
    state: 'draft',
    ...facts,
  });
}

describe('what is wrong with a form', () => {
  test.each<[string, Partial<SurveyFormValues>, string[]]>([
    ['nothing', {}, []],
    ['no language', { languages: [] }, ['languages']],
    ['a language without a title', { languages: ['de', 'en'] }, ['title.en']],
    ['a closing date without a time', { closesAt: '2027-11-12' }, ['closesAt']],
    ['a day that is in no calendar', { closesAt: '2027-02-30T12:00' }, ['closesAt']],
    ['a zone that is nowhere', { timeZone: 'Europe/Nirgends' }, ['timeZone']],
    ['no sender', { senderName: '', senderEmail: '' }, ['senderEmail', 'senderName']],
    ['two senders', { senderEmail: 'a@example.org, b@example.org' }, ['senderEmail']],
    [
      'links that lead nowhere',
      { privacyUrl: 'x', imprintUrl: 'javascript:1' },
      ['imprintUrl', 'privacyUrl'],
    ],
    ['no links', { privacyUrl: '', imprintUrl: '' }, []],
    ['answers that may change', { mayChangeAnswers: 'yes' }, []],
    [
      'answers of nobody that may change (P8)',
      { mayChangeAnswers: 'yes', privacy: 'anonymous' },
      ['mayChangeAnswers'],
    ],
  ])('%s', (_, values, wrong) => {
    expect(wrongIn(values)).toEqual(wrong);
  });

  test('is said for every field at once', () => {
    expect(Object.keys(errorsOf(emptySurveyForm, t)).sort()).toEqual([
      'closesAt',
      'senderEmail',
      'senderName',
      'title.de',
    ]);
  });
});

describe('the closing date of a new survey', () => {
  const closing = '2027-11-12T22:59:00.000Z';
  const past = (now: string, values: Partial<SurveyFormValues> = {}) =>
    pastClosingErrors({ ...filled, ...values }, t, new Date(now));

  test('lies ahead, by the clock of its own zone', () => {
    expect(past('2027-11-12T22:58:59.999Z')).toEqual({});
    expect(past(closing)).toEqual({ closesAt: t.errors.closesInPast });
    expect(past(closing, { timeZone: 'America/New_York' })).toEqual({});
  });

  test('is not said to be past where it cannot be read', () => {
    expect(past(closing, { closesAt: 'x' })).toEqual({});
    expect(past(closing, { timeZone: 'x' })).toEqual({});
  });
});

describe('a form that was posted', () => {
  test('may hold anything: what cannot be read counts as not filled in', () => {
    const values = readSurveyForm({
      languages: ['xx', 'de'],
      privacy: 'secret',
      closesAt: 7,
      gapDays: ['1'],
    });
    expect(values).toMatchObject({ languages: ['de'], privacy: 'identified', closesAt: '', gapDays: '' });
    expect(readSurveyForm({}).languages).toEqual([]);
    expect(readSurveyForm({ languages: 'en', 'title.en': '  Towns ' })).toMatchObject({
      languages: ['en'],
      titles: { en: 'Towns', de: '' },
    });
  });

  test.each<[Survey['state'], string[], string[], Survey['privacy']]>([
    // A draft may lose a language and change its privacy; what is published may do neither.
    ['draft', ['en'], ['en'], 'identified'],
    ['draft', ['fr', 'en', 'de'], ['de', 'en', 'fr'], 'identified'],
    ['published', ['en'], ['de', 'en'], 'anonymous'],
    ['published', ['fr'], ['de', 'en', 'fr'], 'anonymous'],
    ['closed', [], ['de', 'en'], 'anonymous'],
  ])('of a survey that is %s, with the languages %j, leaves it %j', (state, languages, kept, privacy) => {
    const change = readSurveyChange({ languages, privacy: 'identified' }, surveyOf({ state }));
    expect(change.languages).toEqual(kept);
    expect(change.privacy).toBe(privacy);
  });

  test('as it was opened says what the survey says', () => {
    const survey = surveyOf({ senderAddress: 'Rathausplatz 1', privacyUrl: 'https://a.example/' });
    const values = surveyFormOf(survey);
    expect(wrongIn(values)).toEqual([]);
    expect(changeOf(values)).toMatchObject({
      title: survey.title,
      languages: survey.languages,
      closesAt: '2027-11-12T23:59',
      sender: { name: 'Netzwerkbüro', email: 'buero@example.org', address: 'Rathausplatz 1' },
      privacyUrl: 'https://a.example/',
      imprintUrl: null,
    });
    expect(surveyFormOf(surveyOf({ mayChangeAnswers: true })).mayChangeAnswers).toBe('yes');
  });

  test('fills the title of the first language from the one for all', () => {
    const { titles } = surveyFormOf(surveyOf({ title: { default: 'Städte' } }));
    expect(titles).toMatchObject({ de: 'Städte', en: '' });
  });

  test('leaves out a sender’s address that is empty, so that the one there was goes', () => {
    expect(changeOf(filled).sender).toEqual({ name: 'Netzwerkbüro', email: 'buero@example.org' });
  });

  test('names what publication fixes only while it is a draft', () => {
    const published = Object.keys(changeOf(filled));
    expect(Object.keys(draftChangeOf(filled)).filter((field) => !published.includes(field))).toEqual([
      'privacy',
      'textsStayWithAnswers',
    ]);
    expect(surveyInputOf({ ...filled, textsStayWithAnswers: 'yes' }, { pages: [] })).toMatchObject({
      textsStayWithAnswers: true,
      questionnaire: { pages: [] },
    });
  });
});

describe('the questionnaire a survey begins with', () => {
  const read = (values: Partial<SurveyFormValues>) => readQuestionnaire({ ...filled, ...values }, t);

  test('is empty, in the first language, or an example to start from', () => {
    expect(read({ languages: ['en', 'de'] }).questionnaire).toEqual({ locale: 'en', pages: [] });
    expect(read({ start: 'sample' }).questionnaire['pages']).not.toEqual([]);
  });

  test('is the JSON that was given, whatever else was chosen', () => {
    const found = read({ questionnaire: '{"pages":[{}]}', start: 'sample' });
    expect(found).toEqual({ questionnaire: { pages: [{}] }, errors: {}, problems: [] });
  });

  test.each(['[]', 'null', '"text"', '7'])('is no JSON but an object: not %s', (questionnaire) => {
    expect(read({ questionnaire }).problems).toMatchObject([
      { path: 'JSON', code: 'questionnaire.not_json' },
    ]);
  });

  test.each(['{', '{"pages": [,]}', '{\n  "pages": [{}],\n}'])(
    'is refused where it is broken: %j',
    (questionnaire) => {
      const found = read({ questionnaire });
      expect(found.errors).toEqual({ questionnaire: t.errors.json });
      // Whether the place is known depends on the version of Node.
      expect(found.problems).toHaveLength(1);
      expect(found.problems[0]?.code).toMatch(/^questionnaire\.(broken|unreadable)_json$/);
    },
  );
});
