import { describe, expect, test } from '@jest/globals';
import { textOf } from '../../common/coded-text.js';
import { namesIn } from './expression.js';
import { type ExpressionNames, parseExpression } from './parse-expression.js';

function read(text: string, names?: ExpressionNames): unknown {
  const parsed = parseExpression(text, names);
  if ('problem' in parsed) throw new Error(textOf(parsed.problem, 'en'));
  return parsed.expression;
}

function problem(text: string, names?: ExpressionNames): string | null {
  const parsed = parseExpression(text, names);
  return 'problem' in parsed ? textOf(parsed.problem, 'en') : null;
}

describe('an expression becomes plain data', () => {
  test.each<[string, unknown]>([
    [
      "{age} >= 18 and {hobbies} contains 'chess'",
      ['and', ['greaterorequal', ['get', 'age'], 18], ['contains', ['get', 'hobbies'], 'chess']],
    ],
    ["{a} = '5' or {b} = true", ['or', ['equal', ['get', 'a'], '5'], ['equal', ['get', 'b'], true]]],
    ['{matrix.row} empty', ['empty', ['get', 'matrix', 'row']]],
    ['{panel[0].age} + {#code}', ['plus', ['get', 'panel', 0, 'age'], ['raw', 'code']]],
    ["{a} anyof ['x', 2]", ['anyof', ['get', 'a'], ['list', 'x', 2]]],
    ['{a} = null', ['equal', ['get', 'a'], null]],
    ['!({a} = abc)', ['negate', ['equal', ['get', 'a'], 'abc']]],
    ['{m} = {"r": 1}', ['equal', ['get', 'm'], ['value', { r: 1 }]]],
    ["iif({a} > 0x10, 'yes', 'no')", ['call', 'iif', ['greater', ['get', 'a'], 16], 'yes', 'no']],
    ["sumInArray({t}, 'price')", ['each', 'sum', ['get', 't'], 'price', 'price', true]],
    [
      "maxInArray({t}, 'price', 'name', {kind} = 'x')",
      ['each', 'max', ['get', 't'], 'price', 'name', ['equal', ['get', 'kind'], 'x']],
    ],
    [
      "countInArray({t}, 'price', '{price} > 1')",
      ['each', 'count', ['get', 't'], 'price', 'price', ['greater', ['get', 'price'], 1]],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(JSON.parse(JSON.stringify(read(text)))).toEqual(expected);
  });
});

describe('names', () => {
  const names = { known: ['Age', 'a.b', 'a', 'rank', 'locality'], ordered: ['rank'] };

  test('are spelled as the questionnaire spells them', () => {
    expect(read('{age} > 3', names)).toEqual(['greater', ['get', 'Age'], 3]);
  });

  test('with a dot win over keys of an answer', () => {
    expect(read('{A.B.c} = {a.c}', names)).toEqual(['equal', ['get', 'a.b', 'c'], ['get', 'a', 'c']]);
  });

  test('of columns in a condition on rows are left to the row', () => {
    expect(problem("sumInArray({a}, 'price', {kind} = 'x')", names)).toBeNull();
  });

  test('of ranking questions make their equality mind the order', () => {
    expect(read("{rank} = ['x'] and {rank} <> ['y']", names)).toEqual([
      'and',
      ['sameorder', ['get', 'rank'], ['list', 'x']],
      ['notsameorder', ['get', 'rank'], ['list', 'y']],
    ]);
    expect(read('{rank.length} = 2', names)).toEqual(['equal', ['get', 'rank', 'length'], 2]);
  });

  test('an expression reads are listed once', () => {
    const parsed = parseExpression(`{b} = 1 and iif({a.x} > {b}, {c[1]}, 'd') = {"k": 1}`);
    expect('expression' in parsed && namesIn(parsed.expression)).toEqual(['b', 'a', 'c']);
  });
});

describe('what cannot be evaluated is refused with a reason', () => {
  test.each([
    ['{a} = ', 'The expression ends too early.'],
    ['{a} = 1 foo', 'The expression cannot be read from character 9 on: "foo".'],
    ['', 'The expression ends too early.'],
    ['null', 'The expression cannot be read.'],
    ['null empty', 'null can only be compared with, as in {a} = null.'],
    ['[1, null] = {a}', 'null can only be compared with, as in {a} = null.'],
    ['iif({a}, 1, null)', 'null can only be compared with, as in {a} = null.'],
    ['iif(null, 1)', 'iif() needs a value.'],
    ['nothing({a})', 'There is no function nothing().'],
    ['constructor({a})', 'There is no function constructor().'],
    ["displayValue('a') = 1", 'The function displayValue() is not supported.'],
    ["isContainerReady('a')", 'The function isContainerReady() is not supported.'],
    ['{$a.isVisible} = true', '{$a.isVisible} reads a property; only answers can be read.'],
    ['{PageNo} = 1', '{PageNo} is not supported.'],
    ['{a.} = 1', '{a.} is not a name.'],
    ['{a[-1]} = 1', '{a[-1]} counts from the end, which is not supported.'],
    [
      'sumInArray({t})',
      'sumInArray() takes a table, a column in quotes, and at most a column to return and a condition.',
    ],
    ["sumInArray({t}, 'c', {x})", 'The condition of sumInArray() must be a comparison, as in {column} > 1.'],
    [
      "sumInArray({t}, 'c', countInArray({x}, 'c') > 1)",
      'A condition on rows cannot look into another table.',
    ],
    ['('.repeat(2000) + '1' + ')'.repeat(2000), 'The expression cannot be read.'],
    ['1' + ' + 1'.repeat(1000), 'The expression is nested too deeply.'],
    ['1' + ' + 1'.repeat(4000), 'The expression is longer than 10000 characters.'],
  ])('%s', (text, sentence) => {
    expect(problem(text)).toBe(sentence);
  });

  test('and so is a name that does not exist', () => {
    expect(problem('{row.x} = 1', { known: ['x'] })).toBe(
      '{row.x} names no question or variable of this questionnaire.',
    );
  });
});
