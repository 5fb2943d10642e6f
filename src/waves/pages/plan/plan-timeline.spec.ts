import { expect, test } from '@jest/globals';
import { ticksOf, timelineOf } from './plan-timeline.js';

const survey = (closesAt: string) => ({
  closesAt: new Date(closesAt),
  timeZone: 'Europe/Berlin',
  sendingWindow: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5], holidays: null },
  publishedAt: null,
});
const now = new Date('2026-10-20T09:00:00Z');

test('shows quiet days and the change of the clock of a plan of weeks, with a tick for every other day', () => {
  const timeline = timelineOf(survey('2026-11-12T22:59:00Z'), [], [], now);
  expect(timeline.from).toEqual(new Date('2026-10-19T22:00:00Z'));
  expect(timeline.to).toEqual(new Date('2026-11-12T23:00:00Z'));
  expect(timeline.length).toBe(24);
  expect(timeline.quiet.map(({ from }) => from.toISOString())).toEqual([
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-30T23:00:00.000Z',
    '2026-10-31T23:00:00.000Z',
    '2026-11-06T23:00:00.000Z',
    '2026-11-07T23:00:00.000Z',
  ]);
  expect(timeline.clockChanges).toEqual([{ at: new Date('2026-10-25T01:00:00Z'), forward: false }]);
  const ticks = ticksOf(timeline, 12);
  expect(ticks).toHaveLength(12);
  expect(ticks.slice(0, 4).map((day) => day.toISOString())).toEqual([
    '2026-10-19T22:00:00.000Z',
    '2026-10-21T22:00:00.000Z',
    '2026-10-23T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
  ]);
});

test('keeps to as many ticks as there is room for, however far the closing date is', () => {
  for (const closesAt of ['2027-04-01T12:00:00Z', '2029-11-12T22:59:00Z', '2099-11-12T22:59:00Z']) {
    const ticks = ticksOf(timelineOf(survey(closesAt), [], [], now), 10);
    expect(ticks.length).toBeGreaterThan(3);
    expect(ticks.length).toBeLessThanOrEqual(10);
  }
});

test('lists neither days nor changes of the clock of decades', () => {
  const { quiet, clockChanges } = timelineOf(survey('2099-11-12T22:59:00Z'), [], [], now);
  expect(quiet).toEqual([]);
  expect(clockChanges).toEqual([]);
});
