import { describe, expect, test } from '@jest/globals';
import { Model } from 'survey-core';
import { lssFile } from '../../../test/support/lss-file.js';
import { compileQuestionnaire } from '../../questionnaire/compile/compile-questionnaire.js';
import { questionsOf } from '../../questionnaire/plan/questionnaire-plan.js';
import { readLss, type LssImport } from '../read-lss.js';

type Row = Readonly<Record<string, string>>;

interface Asked {
  type: string;
  code?: string;
  text?: string;
  row?: Row;
  subquestions?: readonly Row[];
  answers?: readonly Row[];
  attributes?: Row;
}

/** A survey that asks just this, in German. */
function surveyOf(...asked: readonly Asked[]): LssImport {
  const language = 'de';
  const idOf = (index: number) => String(100 + index);
  const codeOf = (index: number) => asked[index]?.code ?? `Q${index + 1}`;
  const result = readLss(
    lssFile({
      groups: [{ gid: '1', group_order: '1', group_name: 'Gruppe', language }],
      questions: asked.map(({ type, text = 'Frage', row }, index) => ({
        ...{
          qid: idOf(index),
          parent_qid: '0',
          gid: '1',
          type,
          title: codeOf(index),
          question: text,
          language,
        },
        ...{ question_order: String(index + 1), mandatory: 'N', other: 'N', relevance: '1', ...row },
      })),
      subquestions: asked.flatMap(({ subquestions = [] }, index) =>
        subquestions.map((row, position) => ({
          ...{ qid: `${idOf(index)}${position}`, parent_qid: idOf(index), gid: '1', language },
          ...{ question_order: String(position), scale_id: '0', ...row },
        })),
      ),
      answers: asked.flatMap(({ answers = [] }, index) =>
        answers.map((row, position) => ({
          ...{ qid: idOf(index), sortorder: String(position), scale_id: '0', language, ...row },
        })),
      ),
      question_attributes: asked.flatMap(({ attributes = {} }, index) =>
        Object.entries(attributes).map(([attribute, value]) => ({ qid: idOf(index), attribute, value })),
      ),
    }),
  );
  expect(new Model(structuredClone(result.questionnaire)).jsonErrors).toBeFalsy();
  return result;
}

function elementsOf({ questionnaire }: LssImport): Record<string, unknown>[] {
  const { pages } = questionnaire as { pages: { elements: Record<string, unknown>[] }[] };
  return pages.flatMap(({ elements }) => elements);
}

const only = (asked: Asked) => elementsOf(surveyOf(asked))[0];
const codes = ({ report }: LssImport) => report.map(({ code }) => code);
const text = { type: 'S', code: 'REST' };

const rows = [
  { title: 'SQ001', question: 'Eins' },
  { title: 'SQ002', question: 'Zwei' },
];
const answers = [
  { code: 'A1', answer: 'Ja' },
  { code: 'A2', answer: 'Nein' },
];
const items = [
  { value: 'SQ001', text: { de: 'Eins' } },
  { value: 'SQ002', text: { de: 'Zwei' } },
];
const choices = [
  { value: 'A1', text: { de: 'Ja' } },
  { value: 'A2', text: { de: 'Nein' } },
];

describe('each type of LimeSurvey becomes its counterpart', () => {
  test.each<[string, Asked, Record<string, unknown>]>([
    ['a list', { type: 'L', answers }, { type: 'radiogroup', choices }],
    ['a list to open', { type: '!', answers }, { type: 'dropdown', choices }],
    ['several choices', { type: 'M', subquestions: rows }, { type: 'checkbox', choices: items }],
    ['a short text', { type: 'S' }, { type: 'text' }],
    ['a short text of digits', { type: 'S', attributes: { numbers_only: '1' } }, { inputType: 'number' }],
    ['a long text', { type: 'T', attributes: { maximum_chars: '500' } }, { type: 'comment', maxLength: 500 }],
    ['a huge text', { type: 'U' }, { type: 'comment' }],
    ['a number', { type: 'N', attributes: { min_num_value_n: '1,5' } }, { inputType: 'number', min: 1.5 }],
    ['a date', { type: 'D', attributes: { date_max: '2030' } }, { inputType: 'date', max: '2030-12-31' }],
    ['a time', { type: 'D', attributes: { date_format: 'HH:MM' } }, { inputType: 'time' }],
    ['yes or no', { type: 'Y' }, { type: 'boolean' }],
    ['five points', { type: '5' }, { type: 'rating', rateMin: 1, rateMax: 5 }],
    ['an order', { type: 'R', answers }, { type: 'ranking', choices }],
    ['an order of subquestions', { type: 'R', subquestions: rows }, { type: 'ranking', choices: items }],
    [
      'an array',
      { type: 'F', subquestions: rows, answers },
      { type: 'matrix', rows: items, columns: choices },
    ],
    ['an array by column', { type: 'H', subquestions: rows, answers }, { type: 'matrix', rows: items }],
    ['an array of 5 points', { type: 'A', subquestions: rows }, { columns: [1, 2, 3, 4, 5] }],
    [
      'a text between',
      { type: 'X', text: '<p>So <b>geht</b> es.</p>' },
      { html: { de: '<p>So <b>geht</b> es.</p>' } },
    ],
    [
      'the gender',
      { type: 'G' },
      {
        type: 'radiogroup',
        choices: [
          { value: 'F', text: { de: 'Weiblich' } },
          { value: 'M', text: { de: 'Männlich' } },
        ],
      },
    ],
    [
      'an array of yes, no and uncertain',
      { type: 'C', subquestions: rows },
      {
        columns: [
          { value: 'Y', text: { de: 'Ja' } },
          { value: 'U', text: { de: 'Unsicher' } },
          { value: 'N', text: { de: 'Nein' } },
        ],
      },
    ],
    [
      'several texts',
      { type: 'Q', subquestions: rows },
      { type: 'multipletext', items: [{ name: 'SQ001', title: { de: 'Eins' } }, { name: 'SQ002' }] },
    ],
    [
      'several numbers',
      { type: 'K', subquestions: rows.slice(0, 1), attributes: { max_num_value_n: '9' } },
      { items: [{ name: 'SQ001', inputType: 'number', validators: [{ type: 'numeric', maxValue: 9 }] }] },
    ],
    [
      'two scales',
      { type: '1', subquestions: rows, answers: [...answers, { code: 'B1', answer: 'Oft', scale_id: '1' }] },
      {
        type: 'matrixdropdown',
        rows: items,
        columns: [
          { name: 'scale1', cellType: 'dropdown', choices },
          { name: 'scale2', cellType: 'dropdown', choices: [{ value: 'B1', text: { de: 'Oft' } }] },
        ],
      },
    ],
    [
      'a table of numbers',
      { type: ':', subquestions: [...rows, { title: 'V', question: 'Vorher', scale_id: '1' }] },
      { rows: items, columns: [{ name: 'V', cellType: 'text', inputType: 'number', min: 1, max: 10 }] },
    ],
    [
      'a table of texts',
      { type: ';', subquestions: [...rows, { title: 'V', question: 'Vorher', scale_id: '1' }] },
      { rows: items, columns: [{ name: 'V', title: { de: 'Vorher' }, cellType: 'text' }] },
    ],
  ])('%s', (_, asked, expected) => {
    expect(only(asked)).toMatchObject(expected);
  });

  test('what must be answered must be answered in every row and field', () => {
    const row = { mandatory: 'Y' };
    expect(only({ type: 'F', row, subquestions: rows, answers })).toMatchObject({ eachRowRequired: true });
    expect(only({ type: 'Q', row, subquestions: rows })).toMatchObject({
      isRequired: true,
      items: [{ isRequired: true }, { isRequired: true }],
    });
  });
});

test('our own questionnaires take what comes out', () => {
  const { questionnaire, languages } = surveyOf(
    ...['S', 'T', 'N', 'D', 'Y', 'G', '5', 'X'].map((type) => ({ type })),
    ...['A', 'B', 'C', 'E'].map((type) => ({ type, subquestions: rows })),
    ...['L', '!', 'O'].map((type) => ({ type, answers, row: { other: 'Y' } })),
    { type: 'M', subquestions: rows, attributes: { exclude_all_others: 'SQ002', min_answers: '1' } },
  );
  expect(questionsOf(compileQuestionnaire(questionnaire, languages, { privacy: 'identified' }))).toHaveLength(
    16,
  );
});

describe('what has no counterpart is left out and named', () => {
  test.each<[string, Asked, string]>([
    ['a file', { type: '|' }, 'question_type'],
    ['a choice of language', { type: 'I' }, 'question_type'],
    ['a hidden question', { type: 'S', attributes: { hidden: '1' } }, 'hidden'],
    ['a question never shown', { type: 'S', row: { relevance: '0' } }, 'never_shown'],
    ['a list without answers', { type: 'L' }, 'nothing_to_choose'],
    ['an equation beyond us', { type: '*', attributes: { equation: '{strlen(REST)}' } }, 'equation'],
  ])('%s', (_, asked, code) => {
    const result = surveyOf(asked, text);
    expect(elementsOf(result).map(({ name }) => name)).toEqual(['REST']);
    expect(result.report).toMatchObject([{ where: 'Q1', kind: 'left_out', code }]);
  });

  test.each<[string, Asked, string]>([
    ['a timer', { type: 'T', attributes: { time_limit: '60' } }, 'timer'],
    [
      'a formula that checks',
      { type: 'T', attributes: { em_validation_q: 'Q1 > 2' } },
      'expression_validation',
    ],
    [
      'a filter of rows',
      { type: 'Q', subquestions: rows, attributes: { array_filter: 'X' } },
      'array_filter',
    ],
    ['words around a field', { type: 'N', attributes: { suffix: 'km' } }, 'affixes'],
    ['comments beside choices', { type: 'P', subquestions: rows }, 'comments_per_choice'],
    [
      'two choices that exclude',
      { type: 'M', subquestions: rows, attributes: { exclude_all_others: 'SQ001;SQ002' } },
      'exclusive_choices',
    ],
    [
      'conditions of rows',
      { type: 'Q', subquestions: [{ ...rows[0], relevance: 'Q1 > 1' }] },
      'choice_conditions',
    ],
    ['a lookahead', { type: 'S', row: { preg: '/^(?=.*a)/' } }, 'pattern'],
    ['a pattern without delimiters', { type: 'S', row: { preg: '^a$' } }, 'pattern'],
    ['a computed bound', { type: 'D', attributes: { date_min: '{GEBURT}' } }, 'date_bounds'],
    ['a soft demand', { type: 'S', row: { mandatory: 'S' } }, 'soft_mandatory'],
    [
      'a date with a time',
      { type: 'D', attributes: { date_format: 'dd.mm.yyyy HH:MM' } },
      'date_without_time',
    ],
    ['a swapped array', { type: 'H', subquestions: rows, answers }, 'turned'],
    ['a formula in a text', { type: 'S', text: 'Hallo {if(Q1 > 1, "du", "Sie")}' }, 'text_expression'],
    ['a picture', { type: 'S', text: 'Was ist das? <img src="https://example.org/a.png">' }, 'media'],
  ])('but the question stays: %s', (_, asked, code) => {
    const result = surveyOf(asked);
    expect(elementsOf(result)).toHaveLength(1);
    expect(codes(result)).toContain(code);
  });

  test('a condition on a question that is left out is not kept', () => {
    const result = surveyOf(
      { type: '|', code: 'FOTO' },
      { ...text, row: { relevance: '!is_empty(FOTO.NAOK)' } },
    );
    expect(elementsOf(result)[0]).not.toHaveProperty('visibleIf');
    expect(codes(result)).toEqual(['question_type', 'condition_left_out']);
  });

  test('an equation that needs a lost equation is lost with it', () => {
    const result = surveyOf(
      { type: '*', code: 'B', attributes: { equation: 'A + 1' } },
      { type: '*', code: 'A', attributes: { equation: 'strlen(REST)' } },
      text,
    );
    expect(elementsOf(result).map(({ name }) => name)).toEqual(['REST']);
    expect(result.report.map(({ where, code }) => `${where} ${code}`)).toEqual(['B equation', 'A equation']);
  });
});

test('what is beyond measure is not read: a huge table falls away, very many questions are refused', () => {
  const axis = (scale: string) =>
    Array.from({ length: 40 }, (_, index) => ({ title: `${scale}${index}`, question: 'x', scale_id: scale }));
  expect(codes(surveyOf({ type: ';', subquestions: [...axis('0'), ...axis('1')] }, text))).toEqual([
    'too_large',
  ]);
  expect(() => surveyOf(...Array.from({ length: 501 }, () => ({ type: 'S' })))).toThrow(
    'The file has more than 500 questions',
  );
});

test('a hidden equation is computed where conditions can use it', () => {
  const result = surveyOf(
    { type: 'N', code: 'ALTER' },
    { type: '*', code: 'DOPPELT', attributes: { equation: '{ALTER.NAOK * 2}', hidden: '1' } },
    { ...text, row: { relevance: 'DOPPELT.NAOK > 40' } },
  );
  const survey = new Model(structuredClone(result.questionnaire));
  const isVisible = () => survey.getQuestionByName('REST').isVisible;
  expect(survey.getQuestionByName('DOPPELT')).toBeNull();
  expect(isVisible()).toBe(false);
  survey.setValue('ALTER', 21);
  expect(isVisible()).toBe(true);
  expect(codes(result)).toEqual(['hidden_equation']);
});

test('codes that cannot be names or are taken get a name of their own, and conditions follow', () => {
  const result = surveyOf(
    { type: 'Y', code: 'person' },
    { type: 'S', code: 'a-b' },
    { type: 'S', code: 'A_B', row: { relevance: 'person.NAOK == "Y"' } },
  );
  expect(elementsOf(result)).toMatchObject([
    { name: 'person_2' },
    { name: 'a_b' },
    { name: 'A_B_2', visibleIf: '{person_2} = true' },
  ]);
  expect(codes(result)).toEqual(['renamed', 'renamed', 'renamed']);
});

test('texts name people and earlier answers as our questionnaires do', () => {
  const result = surveyOf(
    { type: 'L', code: 'ORT', answers },
    { type: 'S', text: 'Guten Tag {TOKEN:FIRSTNAME} {TOKEN:LASTNAME} aus {TOKEN:ATTRIBUTE_1}, {ORT.shown}?' },
    {
      type: 'X',
      text: '<style>p { color: red }</style><p>{SURVEYNAME}{INSERTANS:9X1X100} { so } {GONE}</p>',
    },
  );
  expect(elementsOf(result)).toMatchObject([
    {},
    { title: { de: 'Guten Tag {person.name} aus {person.attribute_1}, {ORT}?' } },
    { html: { de: '<p>{ORT} { so } </p>' } },
  ]);
  expect(result.report.at(-1)).toMatchObject({ code: 'text_expression', values: { expression: '{GONE}' } });
});
