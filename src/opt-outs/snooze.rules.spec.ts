import { describe, expect, test } from '@jest/globals';
import { instantOf } from '../common/local-time.js';
import { usualWindow } from '../common/sending-window.js';
import type { RequestFacts } from '../ledger/planning/on-request.queries.js';
import { reminderAt, snoozeFor } from './snooze.rules.js';

const berlin = (local: string) => instantOf(local, 'Europe/Berlin');
const survey = {
  participation: 'not_started' as const,
  state: 'published' as const,
  closesAt: berlin('2027-11-12T23:59'),
  graceMinutes: 15,
  timeZone: 'Europe/Berlin',
};
const facts: RequestFacts = {
  waitsUntil: null,
  isUnsubscribed: false,
  isSuppressed: false,
  sendingWindow: null,
  lastWave: '1',
  lastWasRequested: false,
  requestWaveState: null,
  requested: null,
};

describe('the reminder comes', () => {
  const cases: [
    what: string,
    now: string,
    closes: string,
    window: boolean,
    at: string | null,
    sooner: boolean,
  ][] = [
    [
      'three days later at the same time of day',
      '2027-11-01T09:12',
      '2027-11-12T23:59',
      false,
      '2027-11-04T09:12',
      false,
    ],
    [
      'also where the clocks change in between',
      '2027-10-29T09:12',
      '2027-11-12T23:59',
      false,
      '2027-11-01T09:12',
      false,
    ],
    [
      'in the morning when asked for at night',
      '2027-11-01T23:10',
      '2027-11-12T23:59',
      true,
      '2027-11-05T07:00',
      false,
    ],
    [
      'on Monday when three days later is a Sunday',
      '2027-11-04T10:00',
      '2027-11-12T23:59',
      true,
      '2027-11-08T07:00',
      false,
    ],
    [
      'a day before closing when three days are too many',
      '2027-11-10T09:00',
      '2027-11-12T18:00',
      true,
      '2027-11-11T18:00',
      true,
    ],
    [
      'earlier still when nothing is sent on the last day',
      '2027-11-11T10:00',
      '2027-11-14T23:59',
      true,
      '2027-11-13T07:00',
      true,
    ],
    [
      'never at the moment of closing',
      '2027-11-09T18:00',
      '2027-11-12T18:00',
      false,
      '2027-11-11T18:00',
      true,
    ],
    ['not at all within the last day', '2027-11-11T18:00', '2027-11-12T18:00', false, null, false],
  ];
  test.each(cases)('%s', (_, now, closes, window, at, sooner) => {
    const calendar = {
      closesAt: berlin(closes),
      timeZone: 'Europe/Berlin',
      sendingWindow: window ? usualWindow : null,
    };
    expect(reminderAt(calendar, berlin(now))).toEqual(at === null ? null : { at: berlin(at), sooner });
  });
});

describe('later is', () => {
  const now = berlin('2027-11-01T09:12');

  test.each<
    [string, Partial<typeof survey> | { participation: 'completed' | 'declined' }, Partial<RequestFacts>]
  >([
    ['ask', {}, {}],
    ['ask', {}, { requestWaveState: 'sending', requested: 'skipped' }],
    ['ask', {}, { requestWaveState: 'finished', requested: null }],
    ['completed', { participation: 'completed' }, { isUnsubscribed: true }],
    ['closed', { closesAt: now }, { waitsUntil: now }],
    ['declined', { participation: 'declined' }, {}],
    ['unsubscribed', {}, { isUnsubscribed: true, waitsUntil: now }],
    ['done', {}, { waitsUntil: now, requested: 'planned', requestWaveState: 'sending' }],
    ['no_more', {}, { isSuppressed: true }],
    ['no_more', {}, { requestWaveState: 'cancelled', requested: 'skipped' }],
    ['not_mailed', {}, { lastWave: null }],
    ['once', {}, { lastWasRequested: true }],
    ['once', {}, { requestWaveState: 'sending', requested: 'handing_over' }],
    ['once', {}, { requestWaveState: 'sending', requested: 'refused' }],
    ['too_late', { closesAt: berlin('2027-11-02T09:12') }, {}],
  ])('%s for %j and %j', (step, visit, known) => {
    expect(snoozeFor({ ...survey, ...visit }, { ...facts, ...known }, now).step).toBe(step);
  });
});
