import { expect, test } from '@jest/globals';
import { Pseudonyms } from './pseudonyms.js';
import { SignedTokens } from './signed-token.js';

const now = new Pseudonyms(['a secret that is long enough']);
const later = new Pseudonyms(['a newer secret, long enough too', 'a secret that is long enough']);

test('a code is sixteen letters and digits that nobody confuses, in groups of four', () => {
  for (const id of ['1', '2', '9223372036854775807'])
    expect(now.codesOf(id)).toEqual([
      expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/),
    ]);
});

test('the same person has the same code, another person another one', () => {
  const codes = Array.from({ length: 1000 }, (_, id) => now.codesOf(String(id))[0]);
  expect(new Set(codes).size).toBe(1000);
  expect(now.codesOf('7')).toEqual(now.codesOf('7'));
});

test('codes of an earlier secret are still found after the present one', () => {
  expect(later.codesOf('7')).toHaveLength(2);
  expect(later.codesOf('7')[1]).toBe(now.codesOf('7')[0]);
  expect(later.codesOf('7')[0]).not.toBe(now.codesOf('7')[0]);
});

test('code, seed and link of one person have nothing in common', () => {
  const [code = ''] = now.codesOf('7');
  const link = new SignedTokens(['a secret that is long enough']).sign('participation', '7');
  expect(now.seedOf('7')).not.toContain(code.slice(0, 4));
  expect(link).not.toContain(now.seedOf('7'));
  expect(now.seedOf('7')).toBe(now.seedOf('7'));
  expect(now.seedOf('8')).not.toBe(now.seedOf('7'));
});
