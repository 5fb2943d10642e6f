import { expect, test } from '@jest/globals';
import { Model } from 'survey-core';
import { lssFile } from '../../test/support/lss-file.js';
import { readLss } from './read-lss.js';

const names = { 'de-informal': 'Deutsch', en: 'English', es: 'Español' } as const;
const perLanguage = (row: Record<string, string>, texts: (word: string) => Record<string, string>) =>
  Object.entries(names).map(([language, word]) => ({ ...row, ...texts(word), language }));

const ask = (qid: string, type: string, title: string, more: Record<string, string> = {}) =>
  perLanguage(
    { qid, parent_qid: '0', sid: '7', gid: '1', type, title, question_order: qid, relevance: '1', ...more },
    (word) => ({ question: `${title} ${word}` }),
  );
const sub = (qid: string, parent: string, title: string) =>
  perLanguage({ qid, parent_qid: parent, gid: '1', title, question_order: qid }, (word) => ({
    question: word,
  }));
const answer = (qid: string, code: string) =>
  perLanguage({ qid, code, sortorder: code.slice(1) }, (word) => ({ answer: `${code} ${word}` }));
const when = (
  qid: string,
  cqid: string,
  cfieldname: string,
  value: string,
  scenario = '1',
  method = '==',
) => ({
  ...{ cid: '1', qid, cqid, cfieldname, method, value, scenario },
});

/** LimeSurvey 3 and before: a row for each language, and conditions in a table of their own. */
const { title, languages, questionnaire, report } = readLss(
  lssFile(
    {
      surveys: [{ sid: '7', language: 'en', additional_languages: 'de-informal es', format: 'S' }],
      surveys_languagesettings: Object.entries(names).map(([language, word]) => ({
        surveyls_language: language,
        surveyls_title: `Survey ${word}`,
      })),
      groups: perLanguage({ gid: '1', group_order: '1' }, (word) => ({ group_name: word })),
      questions: [
        ...ask('10', 'L', 'ROLE'),
        ...ask('11', 'M', 'TEAM'),
        ...ask('12', 'S', 'ONE'),
        ...ask('13', 'S', 'TWO'),
        ...ask('14', 'S', 'THREE', { relevance: '7X1X10.NAOK == "A2"' }),
        ...ask('15', 'S', 'FOUR'),
      ],
      subquestions: [...sub('20', '11', 'SQ001'), ...sub('21', '11', 'SQ002')],
      answers: [...answer('10', 'A2'), ...answer('10', 'A1')],
      conditions: [
        when('12', '10', '7X1X10', 'A1'),
        when('12', '10', '7X1X10', 'A2'),
        when('12', '11', '+7X1X11SQ001', 'Y'),
        when('13', '10', '7X1X10', 'A1'),
        when('13', '11', '7X1X11', 'SQ002', '2'),
        when('15', '10', '7X1X10', '/^A/', '1', 'RX'),
      ],
    },
    ['en', 'de-informal', 'es'],
  ),
);
const model = () => new Model(structuredClone(questionnaire));

test('the texts of all languages come together, and the order is by number', () => {
  expect(title).toEqual({ en: 'Survey English', de: 'Survey Deutsch' });
  expect(languages).toEqual(['en', 'de']);
  expect(model().jsonErrors).toBeFalsy();
  expect(questionnaire).toMatchObject({
    locale: 'en',
    pages: [
      {
        title: { en: 'English', de: 'Deutsch' },
        elements: [
          { title: { en: 'ROLE English', de: 'ROLE Deutsch' }, choices: [{ value: 'A1' }, { value: 'A2' }] },
          { choices: [{ value: 'SQ001', text: { en: 'English', de: 'Deutsch' } }, { value: 'SQ002' }] },
          {},
          {},
          {},
          {},
        ],
      },
    ],
  });
});

test('of old conditions one value per question must fit, and any scenario will do', () => {
  const visible = (answers: object) => {
    const survey = model();
    survey.data = answers;
    return ['ONE', 'TWO', 'THREE'].filter((name) => survey.getQuestionByName(name).isVisible).join(' ');
  };
  expect(visible({})).toBe('');
  expect(visible({ ROLE: 'A1' })).toBe('TWO');
  expect(visible({ ROLE: 'A1', TEAM: ['SQ001'] })).toBe('ONE TWO');
  expect(visible({ ROLE: 'A2', TEAM: ['SQ001'] })).toBe('ONE THREE');
  expect(visible({ TEAM: ['SQ002'] })).toBe('TWO');
});

test('what is different is told', () => {
  expect(report).toEqual([
    { kind: 'changed', where: '', code: 'language_variant', values: { from: 'de-informal', to: 'de' } },
    { kind: 'left_out', where: '', code: 'language', values: { language: 'es' } },
    { kind: 'changed', where: '', code: 'all_on_pages', values: {} },
    {
      kind: 'left_out',
      where: 'FOUR',
      code: 'condition_left_out',
      values: { condition: '((regexMatch("/^A/", 7X1X10.NAOK)))' },
    },
  ]);
});
