import { expect, test } from '@jest/globals';
import { isPassing } from './database-errors.rules.js';

const failing = (code: string) => Object.assign(new Error('no'), { code });

test.each([
  ['08006', true, 'the connection was lost'],
  ['40001', true, 'another transaction was in the way'],
  ['40P01', true, 'a deadlock'],
  ['53300', true, 'too many connections'],
  ['57P01', true, 'the server is shut down'],
  ['ECONNRESET', true, 'the network'],
  ['ETIMEDOUT', true, 'the network'],
  ['23505', false, 'a key that is there already'],
  ['42703', false, 'a column that is not there'],
  ['22P02', false, 'a value that cannot be read'],
  ['EACCES', false, 'a file that may not be read'],
])('%s passes by itself: %s (%s)', (code, passes) => {
  expect(isPassing(failing(code))).toBe(passes);
});

test('pg says of lost connections only in words', () => {
  expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isPassing(new Error('Client has encountered a connection error and is not queryable'))).toBe(true);
  expect(isPassing(new Error('syntax error'))).toBe(false);
  expect(isPassing('timeout')).toBe(false);
});
