import { expect, test } from '@jest/globals';
import { cross, mergeRareGroups, type People } from './groups.rules.js';

const people = (table: Record<string, number>): People[] =>
  Object.entries(table).map(([key, count]) => ({ values: key.split('/'), count }));
const crossed = (table: Record<string, number>, columns: number) => {
  const merged = mergeRareGroups(people(table), columns);
  return (
    merged &&
    Object.fromEntries(cross(people(table), merged).map(({ values, count }) => [values.join('/'), count]))
  );
};

test('rare values of a column are counted as other, which takes in the next smallest where it is too small', () => {
  expect(crossed({ north: 20, south: 7, east: 2, west: 3 }, 1)).toEqual({ north: 20, south: 7, other: 5 });
  expect(crossed({ north: 20, south: 7, east: 2 }, 1)).toEqual({ north: 20, other: 9 });
});

test('a crossing of one to four people is merged away', () => {
  const cells = crossed({ 'north/paid': 20, 'north/free': 10, 'south/paid': 12, 'south/free': 3 }, 2);
  expect(cells).toEqual({ 'north/other': 30, 'south/other': 15 });
});

test('fewer than five people make no group', () => {
  expect(mergeRareGroups(people({ north: 4 }), 1)).toBeNull();
});

test('of any people no crossing holds one to four, and nobody is lost', () => {
  for (let round = 1; round < 300; round += 1) {
    const table = Object.fromEntries(
      Array.from({ length: 1 + (round % 40) }, (_, n) => [
        `r${(n * round) % 7}/s${(n * 3 + round) % 5}`,
        1 + ((n * n + round) % 11),
      ]),
    );
    const total = Object.values(table).reduce((sum, count) => sum + count, 0);
    const cells = crossed(table, 2);
    if (total < 5) expect(cells).toBeNull();
    else {
      expect(Math.min(...Object.values(cells ?? {}))).toBeGreaterThanOrEqual(5);
      expect(Object.values(cells ?? {}).reduce((sum, count) => sum + count, 0)).toBe(total);
    }
  }
});

test('of more than fifty values the smallest are counted together', () => {
  const table = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`town ${n}`, 10 + n]));
  expect(Object.keys(crossed(table, 1) ?? {})).toHaveLength(50);
});
