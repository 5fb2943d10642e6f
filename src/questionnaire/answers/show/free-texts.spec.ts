import { expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { textPlaces, withoutTexts } from './free-texts.js';

const plan = compileQuestionnaire(
  {
    pages: [
      {
        elements: [
          { type: 'text', name: 'town' },
          { type: 'text', name: 'age', inputType: 'number' },
          { type: 'text', name: 'since', inputType: 'date' },
          { type: 'text', name: 'mail', inputType: 'email' },
          { type: 'comment', name: 'wish' },
          { type: 'radiogroup', name: 'role', choices: ['paid', 'volunteer'], showOtherItem: true },
          {
            type: 'multipletext',
            name: 'both',
            items: [{ name: 'words' }, { name: 'hours', inputType: 'number' }],
          },
          {
            type: 'matrixdropdown',
            name: 'towns',
            rows: ['one'],
            columns: [
              { name: 'why', cellType: 'comment' },
              { name: 'how', cellType: 'dropdown', choices: ['a', 'b'] },
            ],
          },
          { type: 'expression', name: 'said', expression: "{town} + '!'" },
          { type: 'expression', name: 'older', expression: '{age} + 1' },
        ],
      },
    ],
    calculatedValues: [
      { name: 'echo', expression: "iif({role-Comment} notempty, {said}, '')", includeIntoResult: true },
    ],
  },
  ['de'],
  { privacy: 'anonymous' },
);

test('free texts are what people word themselves, and what is calculated from it', () => {
  expect(textPlaces(plan).map(({ column }) => column)).toEqual([
    ...['town', 'mail', 'wish', 'role-Comment', 'both.words', 'towns.one.why', 'echo', 'said'],
  ]);
});

test('without them the answers are whole but for their words', () => {
  const answers = {
    ...{ town: 'Musterstadt', age: 40, since: '2020-01-01', mail: 'a@b.test', wish: 'Mehr' },
    ...{ role: 'other', 'role-Comment': 'Bürgermeisterin', both: { words: 'viel', hours: 3 } },
    ...{ towns: { one: { why: 'weil', how: 'a' } }, said: 'Musterstadt!', older: 41, echo: 'Musterstadt!' },
    stray: 'not in the plan',
  };
  expect(withoutTexts(plan, answers)).toEqual({
    ...{ age: 40, since: '2020-01-01', role: 'other', both: { hours: 3 } },
    ...{ towns: { one: { how: 'a' } }, older: 41 },
  });
  expect(withoutTexts(plan, { both: { words: 'viel' }, town: 'Musterstadt' })).toEqual({});
});
