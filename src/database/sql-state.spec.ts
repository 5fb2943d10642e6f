import { expect, test } from '@jest/globals';
import { isDatabaseAway } from './sql-state.js';

const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each(['08006', '53300', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'])(
  '%s means it is away',
  (code) => {
    expect(isDatabaseAway(coded(code))).toBe(true);
  },
);

test.each(['23505', '40P01', '53100', '57014', 'ENOENT'])('%s means something else', (code) => {
  expect(isDatabaseAway(coded(code))).toBe(false);
});

test('the driver says it in words', () => {
  expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isDatabaseAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
  expect(isDatabaseAway(new Error('Something else'))).toBe(false);
  expect(isDatabaseAway(null)).toBe(false);
});
