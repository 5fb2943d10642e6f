import { expect, test } from '@jest/globals';
import { compileQuestionnaire } from './compile-questionnaire.js';
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
