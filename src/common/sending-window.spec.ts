import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, localTimeOf } from './local-time.js';
import { closesAfter, isWithin, opensAt, type SendingWindow, sentBy, usualWindow } from './sending-window.js';

const berlin = 'Europe/Berlin';
const holidays: SendingWindow = { ...usualWindow, holidays: 'DE-NW' };

/** Where somebody looks at the clock, and when mails may go out from there. */
const openings: [what: string, window: SendingWindow | null, zone: string, at: string, opens: string][] = [
  ['a weekday by day', usualWindow, berlin, '2027-11-05T09:00', '2027-11-05T09:00'],
  ['its first moment', usualWindow, berlin, '2027-11-05T07:00', '2027-11-05T07:00'],
  ['its last minute', usualWindow, berlin, '2027-11-05T19:59', '2027-11-05T19:59'],
  ['the moment after', usualWindow, berlin, '2027-11-05T20:00', '2027-11-06T07:00'],
  ['before dawn', usualWindow, berlin, '2027-11-05T03:00', '2027-11-05T07:00'],
  ['Saturday evening', usualWindow, berlin, '2027-11-06T20:00', '2027-11-08T07:00'],
  ['a Sunday', usualWindow, berlin, '2027-11-07T12:00', '2027-11-08T07:00'],
  ['any time without a window', null, berlin, '2027-11-07T03:00', '2027-11-07T03:00'],
  [
    'the whole day',
    { from: '00:00', to: '24:00', days: [7], holidays: null },
    berlin,
    '2027-11-07T23:59',
    '2027-11-07T23:59',
  ],
  // 1 November is a holiday in North Rhine-Westphalia and not in Berlin; Easter moves from year to year.
  ['All Saints in the west', holidays, berlin, '2027-11-01T09:00', '2027-11-02T07:00'],
  [
    'All Saints in Berlin',
    { ...usualWindow, holidays: 'DE-BE' },
    berlin,
    '2027-11-01T09:00',
    '2027-11-01T09:00',
  ],
  ['the evening before Good Friday', holidays, berlin, '2027-03-25T20:00', '2027-03-27T07:00'],
  ['Holy Saturday to Easter Monday', holidays, berlin, '2027-03-27T20:00', '2027-03-30T07:00'],
  ['Christmas to the Monday after', holidays, berlin, '2027-12-24T21:00', '2027-12-27T07:00'],
  [
    'Poland on its independence day',
    { ...usualWindow, holidays: 'PL' },
    'Europe/Warsaw',
    '2027-11-11T09:00',
    '2027-11-12T07:00',
  ],
  // Both nights in which the clocks change, and zones that are elsewhere.
  ['the night to summer time', { ...usualWindow, days: [7] }, berlin, '2027-03-28T01:00', '2027-03-28T07:00'],
  ['the night to winter time', { ...usualWindow, days: [7] }, berlin, '2027-10-31T01:00', '2027-10-31T07:00'],
  ['Kolkata', usualWindow, 'Asia/Kolkata', '2027-11-05T06:59', '2027-11-05T07:00'],
  ['New York', usualWindow, 'America/New_York', '2027-11-06T21:00', '2027-11-08T07:00'],
];

describe('when mails may go out', () => {
  test.each(openings)('%s', (_, window, zone, at, opens) => {
    const found = opensAt(window, instantOf(at, zone), zone);
    expect(localTimeOf(found, zone)).toBe(opens);
    expect(isWithin(window, instantOf(at, zone), zone)).toBe(at === opens);
  });

  test('a window that begins in the hour that does not exist opens when it is over', () => {
    const early: SendingWindow = { from: '02:30', to: '05:00', days: [7], holidays: null };
    expect(opensAt(early, instantOf('2027-03-28T00:00', berlin), berlin).toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    );
  });

  test('it is never earlier, always within, and the same when asked again', () => {
    const windows = fc.record({
      from: fc.constantFrom('00:00', '02:30', '07:00', '09:15'),
      to: fc.constantFrom('12:00', '20:00', '24:00'),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      holidays: fc.constantFrom(null, 'DE-NW', 'FR', 'PL', 'NL'),
    });
    const zones = fc.constantFrom(berlin, 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland');
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2029-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(windows, zones, instants, (window, zone, at) => {
        const opens = opensAt(window, at, zone);
        expect(opens.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(isWithin(window, opens, zone)).toBe(true);
        expect(opensAt(window, opens, zone)).toEqual(opens);
        const end = closesAfter(window, opens, zone);
        expect(end?.getTime()).toBeGreaterThan(opens.getTime());
        // Only a day that lasts until midnight may go over into the next.
        if (window.to !== '24:00') expect(isWithin(window, end ?? opens, zone)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('when so much sending will be over', () => {
  const hours = (n: number) => n * 3600;
  test.each([
    ['within the day', '2027-11-05T09:00', hours(2), '2027-11-05T11:00'],
    ['up to its end', '2027-11-05T19:00', hours(1), '2027-11-05T20:00'],
    ['with the night between', '2027-11-04T19:00', hours(2), '2027-11-05T08:00'],
    ['with a Sunday between', '2027-11-06T19:00', hours(3), '2027-11-08T09:00'],
    ['begun at night', '2027-11-05T22:00', hours(14), '2027-11-08T08:00'],
  ])('%s', (_, at, seconds, over) => {
    expect(localTimeOf(sentBy(usualWindow, instantOf(at, berlin), seconds, berlin), berlin)).toBe(over);
  });
});
