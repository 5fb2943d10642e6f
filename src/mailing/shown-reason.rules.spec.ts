import { expect, test } from '@jest/globals';
import { shownCounts, shownReason } from './shown-reason.rules.js';

const counts = { screened_out: 1, completed: 2, declined: 4, suppressed: 8 };

test('an identified survey counts every reason apart', () => {
  expect(shownCounts(counts, 'identified')).toEqual(counts);
});

test('a pseudonymous survey counts whoever was screened out among those who have completed', () => {
  expect(shownCounts(counts, 'pseudonymous')).toEqual({ completed: 3, declined: 4, suppressed: 8 });
  expect(shownCounts({ screened_out: 1 }, 'pseudonymous')).toEqual({ completed: 1 });
});

test('an anonymous survey has one sum of all who have answered or declined', () => {
  expect(shownCounts(counts, 'anonymous')).toEqual({ answered_or_declined: 7, suppressed: 8 });
});

test('what a row of the ledger says beside that is shown in every survey', () => {
  for (const privacy of ['identified', 'pseudonymous', 'anonymous'] as const) {
    expect(shownReason('resolved', privacy)).toBe('resolved');
    expect(shownReason('unsubscribed', privacy)).toBe('unsubscribed');
  }
});
