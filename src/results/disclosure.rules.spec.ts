import { expect, test } from '@jest/globals';
import { howManyToRelease, missingToRelease, rareValues } from './disclosure.rules.js';

test('five of ten are released, and five stay behind', () => {
  expect(howManyToRelease(9, false)).toBe(0);
  expect(howManyToRelease(10, false)).toBe(5);
  expect(howManyToRelease(14, false)).toBe(5);
});

test('many at once are released as if they had come ten by ten', () => {
  for (let waiting = 0; waiting < 200; waiting += 1) {
    let left = waiting;
    while (left >= 10) left -= 5;
    expect(howManyToRelease(waiting, false)).toBe(waiting - left);
  }
});

test('when nobody can answer any more all that wait are released, unless they are fewer than five', () => {
  expect([0, 4, 5, 9, 23].map((waiting) => howManyToRelease(waiting, true))).toEqual([0, 0, 5, 9, 23]);
});

test('it is said how many are missing', () => {
  expect([0, 7, 10].map(missingToRelease)).toEqual([10, 3, 0]);
});

const rare = (counts: Record<string, number>) => [...rareValues(new Map(Object.entries(counts)))].sort();

test('values that five share are told, rarer ones together', () => {
  expect(rare({ de: 20, en: 5 })).toEqual([]);
  expect(rare({ de: 20, en: 4, fr: 3 })).toEqual(['en', 'fr']);
});

test('a single rare value takes in the next smallest', () => {
  expect(rare({ de: 20, en: 8, fr: 1 })).toEqual(['en', 'fr']);
  expect(rare({ personal: 5, open: 1 })).toEqual(['open', 'personal']);
});

test('what is told together has five, and so has each value that is told', () => {
  for (let round = 0; round < 500; round += 1) {
    const counts = new Map(
      Array.from({ length: 1 + (round % 6) }, (_, value) => [value, 1 + ((round * (value + 3)) % 9)]),
    );
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total < 5) continue;
    const together = rareValues(counts);
    const sum = [...together].reduce((all, value) => all + (counts.get(value) ?? 0), 0);
    expect(sum === 0 || sum >= 5).toBe(true);
    for (const [value, count] of counts) expect(together.has(value) || count >= 5).toBe(true);
  }
});
