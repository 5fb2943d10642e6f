import { expect, test } from '@jest/globals';
import type { JournalEntry } from '../safeguards/opt-out-journal.js';
import { redoFor } from './journal-replay.rules.js';

const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 0, minute));
const person = { listId: '7', createdAt: at(0), isUnsubscribed: false };
const entry = (minute: number, what: JournalEntry['what'], where: Partial<JournalEntry>): JournalEntry => ({
  at: at(minute).toISOString(),
  what,
  people: ['code'],
  ...where,
});

test('the last word about a list counts', () => {
  const left = entry(1, 'unsubscribe', { list: '7' });
  const back = entry(2, 'resubscribe', { list: '7' });
  expect(redoFor(person, [left]).subscription).toBe('unsubscribe');
  expect(redoFor(person, [left, back]).subscription).toBeNull();
  expect(redoFor({ ...person, isUnsubscribed: true }, [left, back]).subscription).toBe('resubscribe');
  expect(redoFor({ ...person, isUnsubscribed: true }, [left]).subscription).toBeNull();
});

test('another list is another matter', () => {
  const redo = redoFor(person, [entry(1, 'unsubscribe', { list: '8' }), entry(1, 'erase', { list: '8' })]);
  expect(redo).toMatchObject({ erase: false, subscription: null });
});

test('who came to the list after an erasure is somebody new', () => {
  const erased = entry(5, 'erase', { list: '7' });
  expect(redoFor(person, [erased]).erase).toBe(true);
  expect(redoFor({ ...person, createdAt: at(6) }, [erased]).erase).toBe(false);
});

test('the last word about each survey counts', () => {
  const redo = redoFor(person, [
    entry(1, 'decline', { survey: '1' }),
    entry(2, 'decline', { survey: '2' }),
    entry(3, 'undo-decline', { survey: '1' }),
  ]);
  expect(redo.declines.get('1')?.what).toBe('undo-decline');
  expect(redo.declines.get('2')).toEqual({ what: 'decline', at: at(2) });
});
