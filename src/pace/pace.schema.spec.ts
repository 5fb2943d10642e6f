import { describe, expect, test } from '@jest/globals';
import { mailCapInput } from './mail-cap.schema.js';
import { paceChange, providerName, providerPaceChange } from './pace.schema.js';

test.each([
  [null, true],
  [0.001, true],
  [1 / 30, true],
  [100_000, true],
  // Nothing at all is not a pace: a wave is paused instead.
  [0, false],
  [0.000_9, false],
  [-1, false],
  [100_000.1, false],
  [Infinity, false],
  [NaN, false],
  ['5', false],
  [undefined, false],
])('a pace may be %p mails a second: %p', (rate, isPace) => {
  expect(paceChange.safeParse({ rate }).success).toBe(isPace);
  expect(providerPaceChange.safeParse({ rate }).success).toBe(isPace);
});

describe('a provider', () => {
  const label = 'a'.repeat(63);

  test.each([
    ['gmx.de', 'gmx.de'],
    ['  GMX.De ', 'gmx.de'],
    ['mail.co.uk', 'mail.co.uk'],
    ['a-b.example', 'a-b.example'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    [`${label}.de`, `${label}.de`],
    [`${`${label}.`.repeat(3)}${'a'.repeat(61)}`, `${`${label}.`.repeat(3)}${'a'.repeat(61)}`],
  ])('is named by a domain: %s', (typed, name) => {
    expect(providerName.parse(typed)).toBe(name);
  });

  test.each([
    '',
    'all',
    'localhost',
    '.de',
    'gmx.',
    'gmx..de',
    '-gmx.de',
    'gmx-.de',
    'gmx.d',
    'a@gmx.de',
    'münchen.de',
    'gmx.de; DROP',
    `${label}a.de`,
    `${`${label}.`.repeat(3)}${'a'.repeat(62)}`,
  ])('is not named by "%s"', (name) => {
    expect(providerName.safeParse(name).success).toBe(false);
    expect(providerPaceChange.safeParse({ rate: 1, domains: [name] }).success).toBe(false);
  });

  test('takes a thousand domains and no more', () => {
    const domains = Array.from({ length: 1000 }, (_, i) => `d${i}.example`);
    expect(providerPaceChange.safeParse({ rate: 1, domains }).success).toBe(true);
    expect(providerPaceChange.safeParse({ rate: 1, domains: [...domains, 'x.example'] }).success).toBe(false);
  });
});

test.each([
  [{ most: 10, days: 30 }, true],
  [{ most: 1, days: 1 }, true],
  [{ most: 1000, days: 366 }, true],
  [{ most: null, days: null }, true],
  [{ most: 10, days: null }, false],
  [{ most: null, days: 30 }, false],
  [{ most: 0, days: 30 }, false],
  [{ most: 1001, days: 30 }, false],
  [{ most: 10, days: 0 }, false],
  [{ most: 10, days: 367 }, false],
  [{ most: 1.5, days: 30 }, false],
])('a cap is two numbers or none: %j is one: %s', (cap, isCap) => {
  expect(mailCapInput.safeParse(cap).success).toBe(isCap);
});

test('half a cap is said of the number of days', () => {
  expect(mailCapInput.safeParse({ most: 10, days: null }).error?.issues[0]?.path).toEqual(['days']);
});
