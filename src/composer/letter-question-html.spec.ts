import { describe, expect, test } from '@jest/globals';
import { scaleRows } from './letter-question-html.js';

const steps = (...texts: string[]) => texts.map((text) => ({ value: text, text }));
const numbers = (count: number) => steps(...Array.from({ length: count }, (_, step) => String(step)));

describe('a scale in a letter', () => {
  test('of eleven numbers is one row', () => {
    expect(scaleRows(numbers(11))?.map((row) => row.length)).toEqual([11]);
  });

  test('that fits in no row is two, the second as wide as the first', () => {
    expect(scaleRows(steps('100', '200', '300', '400', '500', '600', '700', '800', '900'))).toHaveLength(2);
  });

  test('of words is no row at all', () => {
    expect(scaleRows(steps('sehr zufrieden', 'zufrieden', 'unzufrieden'))).toBeNull();
  });
});
