import { expect, test } from '@jest/globals';
import { InvalidInput } from './errors.js';
import { encodeCursor, idAfter, pageOf } from './page.js';

const shape = (row: { id: string }) => row;
const keyOf = (row: { id: string }) => [row.id];

test('a page that is not the last points behind its last row', () => {
  const page = pageOf([{ id: '3' }, { id: '5' }, { id: '9' }], 2, keyOf, shape);
  expect(page.items).toHaveLength(2);
  expect(idAfter(page.next ?? '')).toBe('5');
});

test('the last page points nowhere', () => {
  expect(pageOf([{ id: '3' }], 1, keyOf, shape).next).toBeNull();
  expect(pageOf([], 1, keyOf, shape).next).toBeNull();
});

test.each(['', 'x', 'bnVsbA', encodeCursor(['a']), encodeCursor(['1', '2']), encodeCursor(['-1'])])(
  'the cursor %j is not ours',
  (cursor) => {
    expect(() => idAfter(cursor)).toThrow(InvalidInput);
  },
);
