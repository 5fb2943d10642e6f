import { describe, expect, test } from '@jest/globals';
import { instantOf } from '../../common/local-time.js';
import { dueAt, lastDayInvited } from './send-at.js';
import type { SendAt } from '../../ledger/states/wave.entity.js';

const now = new Date('2027-01-01T00:00:00Z');

/** Wall-clock times in a zone, and the instants they must come to. */
function due(sendAt: SendAt, timeZone: string, closesAtLocal: string, invitedAt: Date | null = null): string {
  return dueAt(sendAt, { closesAtLocal, timeZone, invitedAt }, now)?.toISOString() ?? 'never';
}

const daysBeforeClosing = (days: number, time: string): SendAt => ({ at: 'before_closing', days, time });

/**
 * Clocks change on 28 March and 31 October 2027 in Europe, on 14 March and 7 November in New York, and never
 * in India. `closing` was planned first; `later` and `earlier` are where it is moved to.
 */
const closings: [zone: string, closing: string, days: number, time: string, instant: string][] = [
  // Europe, spring: 02:00 becomes 03:00 on 28 March.
  ['Europe/Berlin', '2027-03-26T23:59', 3, '09:00', '2027-03-23T08:00:00.000Z'],
  ['Europe/Berlin', '2027-03-31T23:59', 3, '09:00', '2027-03-28T07:00:00.000Z'],
  ['Europe/Berlin', '2027-03-31T23:59', 5, '09:00', '2027-03-26T08:00:00.000Z'],
  ['Europe/Berlin', '2027-03-31T23:59', 3, '02:30', '2027-03-28T01:30:00.000Z'],
  ['Europe/Berlin', '2027-03-31T23:59', 3, '01:59', '2027-03-28T00:59:00.000Z'],
  ['Europe/Berlin', '2027-03-31T23:59', 3, '03:00', '2027-03-28T01:00:00.000Z'],
  // Europe, autumn: 03:00 becomes 02:00 on 31 October.
  ['Europe/Berlin', '2027-10-30T23:59', 7, '09:00', '2027-10-23T07:00:00.000Z'],
  ['Europe/Berlin', '2027-11-12T23:59', 7, '09:00', '2027-11-05T08:00:00.000Z'],
  ['Europe/Berlin', '2027-11-12T23:59', 14, '09:00', '2027-10-29T07:00:00.000Z'],
  ['Europe/Berlin', '2027-11-12T23:59', 12, '02:30', '2027-10-31T00:30:00.000Z'],
  ['Europe/Berlin', '2027-11-12T23:59', 12, '03:00', '2027-10-31T02:00:00.000Z'],
  // India has one offset all year, and it is not a whole hour.
  ['Asia/Kolkata', '2027-03-31T23:59', 3, '09:00', '2027-03-28T03:30:00.000Z'],
  ['Asia/Kolkata', '2027-03-26T23:59', 3, '02:30', '2027-03-22T21:00:00.000Z'],
  ['Asia/Kolkata', '2027-11-12T23:59', 7, '09:00', '2027-11-05T03:30:00.000Z'],
  ['Asia/Kolkata', '2027-10-30T23:59', 7, '09:00', '2027-10-23T03:30:00.000Z'],
  // New York, spring: 02:00 becomes 03:00 on 14 March.
  ['America/New_York', '2027-03-12T23:59', 3, '09:00', '2027-03-09T14:00:00.000Z'],
  ['America/New_York', '2027-03-17T23:59', 3, '09:00', '2027-03-14T13:00:00.000Z'],
  ['America/New_York', '2027-03-17T23:59', 3, '02:30', '2027-03-14T07:30:00.000Z'],
  // New York, autumn: 02:00 becomes 01:00 on 7 November, a week after Europe.
  ['America/New_York', '2027-11-12T23:59', 7, '09:00', '2027-11-05T13:00:00.000Z'],
  ['America/New_York', '2027-11-12T23:59', 5, '09:00', '2027-11-07T14:00:00.000Z'],
  ['America/New_York', '2027-11-12T23:59', 5, '01:30', '2027-11-07T05:30:00.000Z'],
  ['America/New_York', '2027-11-02T23:59', 7, '09:00', '2027-10-26T13:00:00.000Z'],
];

describe('days before closing, across the changes of clocks', () => {
  test.each(closings)('%s, closing %s, %i days before at %s', (zone, closing, days, time, instant) => {
    expect(due(daysBeforeClosing(days, time), zone, closing)).toBe(instant);
  });
});

/** The same wave before the closing date is moved, after it moves forward, and after it moves back again. */
const moves: [zone: string, from: string, to: string, before: string, after: string][] = [
  [
    'Europe/Berlin',
    '2027-03-26T23:59',
    '2027-04-05T23:59',
    '2027-03-19T08:00:00.000Z',
    '2027-03-29T07:00:00.000Z',
  ],
  [
    'Europe/Berlin',
    '2027-11-12T23:59',
    '2027-10-30T23:59',
    '2027-11-05T08:00:00.000Z',
    '2027-10-23T07:00:00.000Z',
  ],
  [
    'Asia/Kolkata',
    '2027-03-26T23:59',
    '2027-04-05T23:59',
    '2027-03-19T03:30:00.000Z',
    '2027-03-29T03:30:00.000Z',
  ],
  [
    'Asia/Kolkata',
    '2027-11-12T23:59',
    '2027-10-30T23:59',
    '2027-11-05T03:30:00.000Z',
    '2027-10-23T03:30:00.000Z',
  ],
  [
    'America/New_York',
    '2027-03-18T23:59',
    '2027-03-26T23:59',
    '2027-03-11T14:00:00.000Z',
    '2027-03-19T13:00:00.000Z',
  ],
  [
    'America/New_York',
    '2027-11-15T23:59',
    '2027-11-10T23:59',
    '2027-11-08T14:00:00.000Z',
    '2027-11-03T13:00:00.000Z',
  ],
];

describe('a closing date moved across a change of clocks and back', () => {
  test.each(moves)('%s, from %s to %s', (zone, from, to, before, after) => {
    const wave = daysBeforeClosing(7, '09:00');
    expect(due(wave, zone, from)).toBe(before);
    expect(due(wave, zone, to)).toBe(after);
    expect(due(wave, zone, from)).toBe(before);
  });
});

/** Days after an invitation count calendar days in the survey's zone, whatever the hour it went out. */
const invitations: [zone: string, invited: string, days: number, time: string, instant: string][] = [
  ['Europe/Berlin', '2027-03-25T18:00', 6, '09:00', '2027-03-31T07:00:00.000Z'],
  ['Europe/Berlin', '2027-03-25T23:30', 3, '02:30', '2027-03-28T01:30:00.000Z'],
  ['Europe/Berlin', '2027-10-28T10:00', 6, '09:00', '2027-11-03T08:00:00.000Z'],
  ['Europe/Berlin', '2027-10-28T00:10', 3, '02:30', '2027-10-31T00:30:00.000Z'],
  ['Asia/Kolkata', '2027-10-28T00:10', 3, '09:00', '2027-10-31T03:30:00.000Z'],
  ['America/New_York', '2027-03-10T21:00', 6, '09:00', '2027-03-16T13:00:00.000Z'],
  ['America/New_York', '2027-11-04T21:00', 6, '09:00', '2027-11-10T14:00:00.000Z'],
];

describe('days after the invitation, across the changes of clocks', () => {
  test.each(invitations)('%s, invited %s, %i days after at %s', (zone, invited, days, time, instant) => {
    const sendAt: SendAt = { at: 'after_invitation', days, time };
    expect(due(sendAt, zone, '2027-12-12T23:59', instantOf(invited, zone))).toBe(instant);
  });

  test('and none at all where there is no invitation', () => {
    expect(due({ at: 'after_invitation', days: 6, time: '09:00' }, 'Europe/Berlin', '2027-12-12T23:59')).toBe(
      'never',
    );
  });

  test.each(invitations)(
    'rolling in %s, invited %s: due at that instant and not a minute before',
    (zone, invited, days, time, instant) => {
      const day = invited.slice(0, 10);
      const rolling = { at: 'after_invitation', days, time } as const;
      const at = new Date(instant);
      expect(lastDayInvited(rolling, zone, at) >= day).toBe(true);
      expect(lastDayInvited(rolling, zone, new Date(at.getTime() - 60_000)) >= day).toBe(false);
    },
  );
});
