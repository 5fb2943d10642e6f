import { expect, test } from '@jest/globals';
import { usualWindow } from '../../common/sending-window.js';
import { opensFor } from './sending-hours.rules.js';

const survey = {
  state: 'published' as const,
  closesAt: new Date('2027-11-12T22:59:00Z'),
  graceMinutes: 15,
  sendingWindow: usualWindow,
  timeZone: 'Europe/Berlin',
};
const usual = { ignoreWindow: false };
const at = (local: string) => new Date(local);

test.each([
  // From seven until twenty in Berlin, in winter; Sundays are quiet.
  ['2027-11-05T06:00:00Z', null],
  ['2027-11-05T05:59:59.999Z', '2027-11-05T06:00:00.000Z'],
  ['2027-11-05T18:59:59.999Z', null],
  ['2027-11-05T19:00:00Z', '2027-11-06T06:00:00.000Z'],
  ['2027-11-06T19:00:00Z', '2027-11-08T06:00:00.000Z'],
  // The evening before the clocks go back.
  ['2027-10-30T18:00:00Z', '2027-11-01T06:00:00.000Z'],
])('at %s a wave waits until %s', (now, opens) => {
  expect(opensFor(usual, survey, at(now))?.toISOString() ?? null).toBe(opens);
});

test('a wave that keeps to no hours waits for none', () => {
  expect(opensFor({ ignoreWindow: true }, survey, at('2027-11-06T23:00:00Z'))).toBeNull();
  expect(opensFor(usual, { ...survey, sendingWindow: null }, at('2027-11-06T23:00:00Z'))).toBeNull();
});

test('once nobody can be written to any more there is nothing to wait for', () => {
  const night = at('2027-11-05T23:00:00Z');
  expect(opensFor(usual, { ...survey, state: 'closed' }, night)).toBeNull();
  expect(opensFor(usual, survey, survey.closesAt)).toBeNull();
  expect(opensFor(usual, survey, at('2027-11-12T22:58:59.999Z'))).not.toBeNull();
});
