import { describe, expect, test } from '@jest/globals';
import { SignedTokens } from '../common/signed-token.js';
import { cleanedBy } from './clean-link.rules.js';

const tokens = new SignedTokens(['a secret of more than thirty-two characters']);
const clean = cleanedBy(tokens);
const token = tokens.sign('participation', '4711');
const leaving = tokens.sign('unsubscribe', '4711');

/** What has been seen behind links, as a browser sends it. */
const behind = [
  ...['.', ',', ';', ':', ')', ']', '}', '>', '"', "'", '!', '*', '_', '=', '/', '-', '’', '…', '\\', '&'],
  ...[
    '%20',
    '%3E',
    '%22',
    '%C2%A0',
    '%E2%80%8B',
    '%C2%AD',
    '%0D%0A',
    '%253E',
    '&amp;',
    '&gt;',
    '%E2%80%9C',
    '%',
  ],
  ...['%3C%2Fa%3E', '%3Cbr%3E', '.)', '%3E.', '/.', ').%20'],
];

describe('a link with signs around it leads to the one that is meant', () => {
  test.each(behind)('%s', (signs) => {
    expect(clean(`/u/${token}${signs}`)).toBe(`/u/${token}`);
    expect(clean(`/unsubscribe/${leaving}${signs}`)).toBe(`/unsubscribe/${leaving}`);
    expect(clean(`/u/${token}/decline${signs}`)).toBe(`/u/${token}/decline`);
    expect(clean(`/u/${token}/snooze${signs}`)).toBe(`/u/${token}/snooze`);
    expect(clean(`/o/zukunft-2027${signs}`)).toBe('/o/zukunft-2027');
  });

  test.each(['%3C', '%22', '%E2%80%8B', '(', '_', '/', '*', '%20'])('before the token: %s', (sign) => {
    expect(clean(`/u/${sign}${token}`)).toBe(`/u/${token}`);
    expect(clean(`/u/${sign}${token}%3E`)).toBe(`/u/${token}`);
    expect(clean(`/o/${sign}zukunft-2027.`)).toBe('/o/zukunft-2027');
  });

  test.each(['%0A', '%0D%0A', '%20', '%C2%AD', '%E2%80%8B'])('within it: %s', (sign) => {
    const broken = token.slice(0, 11) + sign + token.slice(11);
    expect(clean(`/u/${broken}`)).toBe(`/u/${token}`);
    expect(clean(`/u/${token}${sign}/decline`)).toBe(`/u/${token}/decline`);
  });

  test('with the query it came with', () => {
    expect(clean(`/u/${token}.?lang=fr&utm_source=x`)).toBe(`/u/${token}?lang=fr&utm_source=x`);
  });
});

test.each([
  ['a right link', `/u/${token}`],
  ['a right one with a query', `/u/${token}?page=2`],
  ['a right decline link', `/u/${token}/decline`],
  ['an unsubscribe token as personal link', `/u/${leaving}.`],
  ['a cut token', `/u/${token.slice(0, 31)}.`],
  ['a forged one', `/u/${token.slice(0, 31)}${token.endsWith('A') ? 'B' : 'A'}.`],
  ['another page below', `/u/${token}/admin`],
  ['snoozing a list', `/unsubscribe/${leaving}/snooze`],
  ['a right code', '/o/zukunft-2027'],
  ['a code in capital letters', '/o/ZUKUNFT-2027'],
  ['two words', '/o/zukunft.2027'],
  ['nothing', '/o/'],
  ['the console', '/console/'],
  ['another site', `//evil.example/u/${token}.`],
])('%s stays as it is', (_what, url) => {
  expect(clean(url)).toBeNull();
});
