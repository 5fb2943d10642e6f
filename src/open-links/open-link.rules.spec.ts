import { expect, test } from '@jest/globals';
import { answeredCookie, isSlug, makeSlug, slugOf } from './open-link.rules.js';

test.each([
  ['abc', true],
  ['partner-2027', true],
  ['a'.repeat(40), true],
  ['a1', false],
  ['a'.repeat(41), false],
  ['-abc', false],
  ['abc-', false],
  ['Abc', false],
  ['a_b', false],
  ['a b', false],
  ['straße', false],
  ['../u', false],
])('staff choosing %s: %s', (slug, allowed) => {
  expect(isSlug(slug)).toBe(allowed);
});

test('a made code has nothing that is taken for something else, and is itself a code', () => {
  const codes = Array.from({ length: 200 }, makeSlug);
  expect(codes.join('')).not.toMatch(/[^a-z0-9]|[il01o]/);
  expect(codes.every((code) => code.length === 8 && isSlug(code) && slugOf(code) === code)).toBe(true);
  expect(new Set(codes).size).toBe(200);
});

test('a code may be typed as it is read out', () => {
  expect(slugOf(' ABCD efgh\n')).toBe('abcdefgh');
});

test('having answered one link is not told to another', () => {
  const cookies = [answeredCookie('one'), answeredCookie('other')];
  expect(cookies.map(({ path }) => path)).toEqual(['/o/one', '/o/other']);
  expect(new Set(cookies.map(({ name }) => name)).size).toBe(2);
});
