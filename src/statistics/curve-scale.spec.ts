import { describe, expect, test } from '@jest/globals';
import { countTicks, roundTop, stretchOf, ticksOf } from './curve-scale.js';

const berlin = 'Europe/Berlin';

describe('the stretch of a curve', () => {
  const start = new Date('2021-10-18T07:00:00Z');
  const closesAt = new Date('2021-11-12T22:59:00Z');

  test('ends at the closing date once a quarter of it has passed', () => {
    expect(stretchOf(start, closesAt, new Date('2021-11-01T07:00:00Z')).to).toEqual(closesAt);
  });

  test('is four times what has passed before that', () => {
    const now = new Date('2021-10-19T07:00:00Z');
    expect(stretchOf(start, closesAt, now).to).toEqual(new Date('2021-10-22T07:00:00Z'));
  });
});

describe('the top of the count axis', () => {
  test.each([
    [0, 4],
    [3, 4],
    [4, 5],
    [9, 10],
    [37, 40],
    [100, 200],
    [480, 800],
  ])('above %i is %i', (highest, top) => {
    expect(roundTop(highest)).toBe(top);
    expect(countTicks(top).every(Number.isInteger)).toBe(true);
  });
});

describe('the places on the time axis', () => {
  test('are midnights in the zone of the survey, also over a change of clocks', () => {
    const stretch = { from: new Date('2021-10-29T07:00:00Z'), to: new Date('2021-11-02T07:00:00Z') };
    expect(ticksOf(stretch, berlin, 6).map(({ at }) => at.toISOString())).toEqual([
      '2021-10-29T22:00:00.000Z',
      '2021-10-30T22:00:00.000Z',
      '2021-10-31T23:00:00.000Z',
      '2021-11-01T23:00:00.000Z',
    ]);
  });

  test('are hours when the stretch is short', () => {
    const stretch = { from: new Date('2021-10-29T07:10:00Z'), to: new Date('2021-10-29T10:00:00Z') };
    expect(ticksOf(stretch, berlin, 6)).toEqual([
      { at: new Date('2021-10-29T07:30:00Z'), unit: 'time' },
      { at: new Date('2021-10-29T08:00:00Z'), unit: 'time' },
      { at: new Date('2021-10-29T08:30:00Z'), unit: 'time' },
      { at: new Date('2021-10-29T09:00:00Z'), unit: 'time' },
      { at: new Date('2021-10-29T09:30:00Z'), unit: 'time' },
      { at: new Date('2021-10-29T10:00:00Z'), unit: 'time' },
    ]);
  });
});
