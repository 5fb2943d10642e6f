import { expect, test } from '@jest/globals';
import { shownCounts, shownReason, showsTotalOnly } from './shown-reason.rules.js';

const counts = { screened_out: 1, completed: 2, declined: 4, suppressed: 8 };

test('an identified survey counts every reason apart', () => {
  expect(shownCounts(counts, 'identified')).toEqual(counts);
});

test('a pseudonymous survey counts whoever was screened out among those who have completed', () => {
  expect(shownCounts(counts, 'pseudonymous')).toEqual({ completed: 3, declined: 4, suppressed: 8 });
  expect(shownCounts({ screened_out: 1 }, 'pseudonymous')).toEqual({ completed: 1 });
});

test('an invitation of an anonymous survey says of whoever has answered what it says of everybody invited', () => {
  expect(shownCounts({ ...counts, already_invited: 16 }, 'anonymous')).toEqual({
    already_invited: 23,
    suppressed: 8,
  });
});

test('only reminders and thank-yous of anonymous surveys are shown as a sum', () => {
  expect(showsTotalOnly('invitation', 'anonymous')).toBe(false);
  expect(showsTotalOnly('reminder', 'anonymous')).toBe(true);
  expect(showsTotalOnly('thank_you', 'anonymous')).toBe(true);
  expect(showsTotalOnly('reminder', 'pseudonymous')).toBe(false);
});

test('what a row of the ledger says beside that is shown in every survey', () => {
  for (const privacy of ['identified', 'pseudonymous', 'anonymous'] as const) {
    expect(shownReason('resolved', privacy)).toBe('resolved');
    expect(shownReason('unsubscribed', privacy)).toBe('unsubscribed');
  }
});
