import { describe, expect, test } from '@jest/globals';
import { textOf } from '../../common/coded-text.js';
import { checkedBy } from '../../http/problems/zod-problems.js';
import { segmentPath } from './segment-path.js';
import { type Condition, segmentConditions } from './segment.schema.js';

const pathOf = (condition: Condition) => segmentPath({ match: 'all', conditions: [condition] });

describe('conditions become a path', () => {
  test.each<[Condition, string]>([
    [{ attribute: 'role', is: 'equal', value: 'a1' }, '($."role" like_regex "^(?:[aA]1)$")'],
    [{ attribute: 'role', is: 'not_equal', value: 'ü' }, '(!($."role" like_regex "^(?:[üÜ])$"))'],
    [{ attribute: 'role', is: 'one_of', value: ['1', '2'] }, '($."role" like_regex "^(?:1|2)$")'],
    [{ attribute: 'role', is: 'contains', value: '1.5*' }, '($."role" like_regex "1\\\\.5\\\\*")'],
    [{ attribute: 'role', is: 'starts_with', value: '12' }, '($."role" like_regex "^12")'],
    [{ attribute: 'a"b\\', is: 'filled' }, '(exists($."a\\"b\\\\" ? (@ != "")))'],
    [{ attribute: 'role', is: 'empty' }, '(!exists($."role" ? (@ != "")))'],
  ])('%j', (condition, path) => {
    expect(pathOf(condition)).toBe(path);
  });

  test('numbers are compared as numbers, days as days', () => {
    expect(pathOf({ attribute: 'n', is: 'greater', value: '+007.50' })).toMatch(/\.double\(\) > 7\.5\)$/);
    expect(pathOf({ attribute: 'n', is: 'less', value: '2027-11-12' })).toMatch(/\) < "2027-11-12"\)$/);
  });

  test('all of them must hold, or any', () => {
    const conditions: Condition[] = [
      { attribute: 'a', is: 'filled' },
      { attribute: 'b', is: 'empty' },
    ];
    expect(segmentPath({ match: 'all', conditions })).toContain(') && (');
    expect(segmentPath({ match: 'any', conditions })).toContain(') || (');
  });
});

describe('what cannot be a condition is refused', () => {
  test.each<[object, string, string]>([
    [{ attribute: 'a', is: 'equal' }, 'value', 'is required'],
    [{ attribute: 'a', is: 'equal', value: '' }, 'value', 'must not be empty'],
    [{ attribute: 'a', is: 'equal', value: ['b'] }, 'value', 'must be one text'],
    [{ attribute: 'a', is: 'one_of', value: 'b' }, 'value', 'must be a list of texts'],
    [{ attribute: 'a', is: 'filled', value: 'b' }, 'value', 'has no meaning with filled'],
    [
      { attribute: 'a', is: 'less', value: 'viel' },
      'value',
      'must be a number such as 3.5 or a day such as 2027-11-12',
    ],
    [{ attribute: 'a\0', is: 'empty' }, 'attribute', 'contains a character that cannot be stored'],
    [{ attribute: 'a', is: 'equal', value: '\0' }, 'value', 'contains a character that cannot be stored'],
    [{ attribute: 'a', is: 'equal', value: '\ud800' }, 'value', 'contains a character that cannot be stored'],
  ])('%j', (condition, field, message) => {
    const checked = checkedBy(segmentConditions, { conditions: [condition] });
    const problems = checked.isValid ? [] : checked.problems;
    expect(problems.map((wrong) => [wrong.path, textOf(wrong, 'en')])).toEqual([
      [`conditions[0].${field}`, message],
    ]);
  });

  test('none at all, and more than twenty', () => {
    const one = { attribute: 'a', is: 'filled' };
    expect(segmentConditions.safeParse({ conditions: [] }).success).toBe(false);
    expect(segmentConditions.safeParse({ conditions: Array(20).fill(one) }).success).toBe(true);
    expect(segmentConditions.safeParse({ conditions: Array(21).fill(one) }).success).toBe(false);
  });
});
