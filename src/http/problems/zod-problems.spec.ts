import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { textOf } from '../../common/coded-text.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { checkedBy, issue } from './zod-problems.js';

function problemsIn(schema: z.ZodType, value: unknown, locale: ConsoleLocale = 'en'): string[] {
  const checked = checkedBy(schema, value);
  return checked.isValid ? [] : checked.problems.map((wrong) => `${wrong.path}: ${textOf(wrong, locale)}`);
}

const schema = z.strictObject({
  name: z.string().min(1).max(3).optional(),
  kind: z.enum(['a', 'b']).optional(),
  rate: z.number().min(2).max(5).optional(),
  list: z.array(z.int()).max(1).optional(),
  zone: z
    .string()
    .refine(() => false, issue('field.not_a_time_zone'))
    .optional(),
  to: z.email().optional(),
});

test.each<[unknown, string, string]>([
  [
    { name: 7 },
    'name: Invalid input: expected string, received number',
    'name: muss ein Text sein, ist aber eine Zahl',
  ],
  [{ name: '' }, 'name: must not be empty', 'name: Bitte schreiben Sie einen Text.'],
  [
    { name: 'long' },
    'name: must not be longer than 3 characters',
    'name: Der Text ist länger als 3 Zeichen.',
  ],
  [{ kind: 'c' }, 'kind: must be one of a, b', 'kind: Möglich ist nur: a, b.'],
  [{ rate: 9 }, 'rate: must not be above 5', 'rate: Möglich ist höchstens 5.'],
  [{ rate: 1 }, 'rate: must not be below 2', 'rate: Möglich ist mindestens 2.'],
  [
    { list: [1, 2] },
    'list: must not have more than 1 entries',
    'list: Mehr als ein Eintrag ist nicht möglich.',
  ],
  [
    { zone: 'x' },
    'zone: must be an IANA time zone such as Europe/Berlin',
    'zone: Bitte geben Sie eine Zeitzone wie Europe/Berlin an.',
  ],
  [{ to: 'x' }, 'to: must be an e-mail address', 'to: Bitte geben Sie eine E-Mail-Adresse an.'],
  [{ colour: 1 }, 'colour: is not a known field', 'colour: ist kein bekanntes Feld'],
])('%j is wrong in both languages', (value, english, german) => {
  expect(problemsIn(schema, value)).toEqual([english]);
  expect(problemsIn(schema, value, 'de')).toEqual([german]);
});

test('what is left out is required, and the path leads to it', () => {
  expect(problemsIn(z.object({ waves: z.array(z.object({ kind: z.string() })) }), { waves: [{}] })).toEqual([
    'waves[0].kind: is required',
  ]);
});

test('a whole that is wrong is the body', () => {
  expect(problemsIn(z.object({}), 'text')).toEqual(['body: Invalid input: expected object, received string']);
});

test('nobody is told more than a hundred problems', () => {
  const value = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`field${n}`, n]));
  expect(problemsIn(z.strictObject({}), value)).toHaveLength(100);
});
