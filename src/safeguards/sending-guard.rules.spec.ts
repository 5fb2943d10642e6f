import { describe, expect, test } from '@jest/globals';
import { verdictOn } from './sending-guard.rules.js';

const here = { systemIdentifier: '7001', databaseOid: '16384', messagesOid: '16500' };
const at = (second: number) => new Date(Date.UTC(2027, 0, 1, 0, 0, second));
const row = { ...here, name: 'a', seenAt: at(10) };
const actual = { ...here, hasLedger: true };
const nothing = { seenAt: null, others: false };

describe('a database', () => {
  test('that nobody remembers and that bears no mark is taken as new', () => {
    expect(verdictOn(null, actual, nothing)).toBe('new');
  });

  test('without a mark but with mails, where another was used before, is not trusted', () => {
    expect(verdictOn(null, actual, { seenAt: null, others: true })).toBe('unknown_database');
    expect(verdictOn(null, { ...actual, hasLedger: false }, { seenAt: null, others: true })).toBe('new');
  });

  test('that is where it was and as far as it was is the same', () => {
    expect(verdictOn(row, actual, nothing)).toBe('same');
    expect(verdictOn(row, actual, { seenAt: at(10), others: true })).toBe('same');
    expect(verdictOn(row, actual, { seenAt: at(9), others: false })).toBe('same');
  });

  test.each([
    ['cluster', { systemIdentifier: '7002' }],
    ['database', { databaseOid: '16385' }],
    ['table of messages', { messagesOid: '16501' }],
  ])('in another %s is another one', (_what, moved) => {
    expect(verdictOn(row, { ...actual, ...moved }, nothing)).toBe('another_database');
  });

  test('on a server that does not say which cluster it is, is told by the rest', () => {
    expect(verdictOn(row, { ...actual, systemIdentifier: null }, nothing)).toBe('same');
    expect(verdictOn({ ...row, systemIdentifier: null }, actual, nothing)).toBe('same');
    expect(verdictOn(row, { ...actual, systemIdentifier: null, messagesOid: '1' }, nothing)).toBe(
      'another_database',
    );
  });

  test('that was seen later than it knows itself is an older state', () => {
    expect(verdictOn(row, actual, { seenAt: at(11), others: false })).toBe('older_state');
  });
});
