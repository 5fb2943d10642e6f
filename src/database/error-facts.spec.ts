import { expect, test } from '@jest/globals';
import { errorFacts } from './error-facts.js';

const postgres = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

test('a full disk is said in words and with its SQL state', () => {
  const full = postgres('53100', 'could not extend file "base/1/2": No space left on device');
  expect(errorFacts(full)).toMatchObject({ error: 'Error', code: '53100', message: full.message });
});

test('what Postgres quotes of a value is left out; what it is about is not', () => {
  const taken = postgres('23505', 'duplicate key value violates unique constraint "x"', {
    detail: 'Key (email)=(anna@example.org) already exists.',
    table: 'subscribers',
    constraint: 'x',
  });
  const wrong = postgres('22P02', 'invalid input syntax for type bigint: "anna@example.org"');
  expect(errorFacts(taken)).toMatchObject({ code: '23505', table: 'subscribers', constraint: 'x' });
  for (const error of [taken, wrong]) expect(JSON.stringify(errorFacts(error))).not.toContain('anna');
  expect(errorFacts(wrong)).not.toHaveProperty('message');
});

test('an error of the system says what failed', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
  });
  expect(errorFacts(refused)).toMatchObject({ code: 'ECONNREFUSED', message: refused.message });
});

test('any other error keeps its words to itself', () => {
  expect(errorFacts(new Error('anna@example.org is wrong'))).not.toHaveProperty('message');
  expect(errorFacts('anna@example.org')).toEqual({ error: 'string', at: [] });
  expect(errorFacts(null).error).toBe('object');
});
