import { expect, test } from '@jest/globals';
import { parseJson } from './json-body.js';

const limits = { fields: 100_000, depth: 100 };
const objectOf = (keys: number) => `{${Array.from({ length: keys }, (_, i) => `"k${i}":0`).join()}}`;

test('takes an object of 2,000 fields and none of more, in nested objects either', () => {
  expect(Object.keys(parseJson(objectOf(2000), limits) as object)).toHaveLength(2000);
  const refusal = 'One object of the JSON has more than 2000 fields.';
  expect(() => parseJson(objectOf(2001), limits)).toThrow(refusal);
  expect(() => parseJson(`[{"a":${objectOf(2001)}}]`, limits)).toThrow(refusal);
});

test('takes long lists', () => {
  expect(parseJson(`[${'0,'.repeat(50_000)}0]`, limits)).toHaveLength(50_001);
});
