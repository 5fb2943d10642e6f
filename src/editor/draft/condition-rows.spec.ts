import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ConditionRow,
  expressionOfRows,
  needsValue,
  operators,
  rowsOfExpression,
} from './condition-rows.js';

test('rows are written as an expression that reads as it was meant', () => {
  const rows: ConditionRow[] = [
    { question: 'rolle', operator: '=', value: 'ehrenamtlich' },
    { question: 'jahre', operator: '>', value: 5 },
  ];
  expect(expressionOfRows({ join: 'and', rows })).toBe("{rolle} = 'ehrenamtlich' and {jahre} > 5");
});

test('whatever rows say is read back from their expression', () => {
  const row = fc
    .record({
      question: fc.stringMatching(/^[a-z_]{1,8}(\.[a-z]{1,4})?$/),
      operator: fc.constantFrom(...operators),
      value: fc.oneof(
        fc.string().filter((text) => !text.includes('\\')),
        fc.integer(),
        fc.boolean(),
      ),
    })
    .map((made): ConditionRow => (needsValue(made.operator) ? made : { ...made, value: null }));
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('and' as const, 'or' as const),
      (rows, join) => {
        const read = rowsOfExpression(expressionOfRows({ join, rows }));
        expect(read).toEqual({ join: rows.length > 1 ? join : 'and', rows });
      },
    ),
  );
});

test.each([
  '{a} = 1 and {b} = 2 or {c} = 3',
  '({a} = 1)',
  'age({geboren}) > 18',
  '{a} = {b}',
  "{a} anyof ['x']",
  '{a} =',
  '',
])('%p stays a text for experts', (expression) => {
  expect(rowsOfExpression(expression)).toBeNull();
});
