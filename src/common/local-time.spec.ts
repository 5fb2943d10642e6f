import { describe, expect, test } from '@jest/globals';
import { clockChangeAt } from './local-time.js';

describe('whether a wall-clock time falls into a change of clocks', () => {
  test.each([
    ['2027-03-28T02:30', 'Europe/Berlin', 'skipped'],
    ['2027-03-28T03:00', 'Europe/Berlin', null],
    ['2027-10-31T02:30', 'Europe/Berlin', 'repeated'],
    ['2027-10-31T03:00', 'Europe/Berlin', null],
    ['2027-03-14T02:30', 'America/New_York', 'skipped'],
    ['2027-11-07T01:30', 'America/New_York', 'repeated'],
    ['2027-03-28T02:30', 'Asia/Kolkata', null],
  ])('%s in %s: %s', (local, zone, change) => {
    expect(clockChangeAt(local, zone)).toBe(change);
  });
});
