import { expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { flattenAnswers, questionColumns } from './question-columns.js';

const plan = compileQuestionnaire(
  {
    elements: [
      { type: 'radiogroup', name: 'role', choices: ['a'], showOtherItem: true },
      { type: 'checkbox', name: 'themes', choices: ['x', 'y'] },
      {
        type: 'matrix',
        name: 'worries',
        columns: [1, 2],
        rows: ['money', { value: 'youth', text: 'Nachwuchs' }],
      },
      { type: 'boolean', name: 'contact' },
    ],
  },
  ['de'],
  { privacy: 'identified' },
);

test('a matrix has a column per row, a list one for all, "other" one for its words', () => {
  expect(questionColumns(plan).map(({ name }) => name)).toEqual([
    ...['role', 'role-Comment', 'themes', 'worries.money', 'worries.youth', 'contact'],
  ]);
  expect(questionColumns(plan)[4]).toMatchObject({ question: 'worries', rowTitle: { de: 'Nachwuchs' } });
});

test('cells, items, rankings, expressions and kept values have columns too', () => {
  const whole = compileQuestionnaire(
    {
      elements: [
        {
          type: 'matrixdropdown',
          name: 'm',
          rows: ['r'],
          columns: [
            { name: 'k', cellType: 'text' },
            { name: 'l', cellType: 'checkbox', choices: ['u', 'v'] },
          ],
        },
        { type: 'multipletext', name: 't', items: [{ name: 'i' }] },
        { type: 'ranking', name: 'order', choices: ['a', 'b'] },
        { type: 'expression', name: 'sum', expression: '1 + 1' },
      ],
      calculatedValues: [
        { name: 'kept', expression: '2', includeIntoResult: true },
        { name: 'passing', expression: '3' },
      ],
    },
    ['de'],
    { privacy: 'identified' },
  );
  expect(questionColumns(whole).map(({ name }) => name)).toEqual([
    ...['m.r.k', 'm.r.l', 't.i', 'order', 'sum', 'kept'],
  ]);
  const answers = { m: { r: { k: 'x', l: ['u', 'v'] } }, t: { i: 'y' }, order: ['b', 'a'], sum: 2, kept: 2 };
  expect(flattenAnswers(whole, answers)).toEqual(['x', 'u; v', 'y', 'b; a', 2, 2]);
});

test('answers fill the columns in their order, and what is missing stays empty', () => {
  const answers = {
    role: 'other',
    'role-Comment': 'beides',
    themes: ['x', 'y'],
    worries: { youth: 2 },
    contact: false,
  };
  expect(flattenAnswers(plan, answers)).toEqual(['other', 'beides', 'x; y', null, 2, false]);
  expect(flattenAnswers(plan, {})).toEqual([null, null, null, null, null, null]);
});
