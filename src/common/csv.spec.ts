import { expect, test } from '@jest/globals';
import { csvRow } from './csv.js';

test('quotes what would break a row', () => {
  expect(csvRow(['a,b', 'sagte "ja"', 'zwei\nZeilen', null, true, 3])).toBe(
    '"a,b","sagte ""ja""","zwei\nZeilen",,true,3\r\n',
  );
});

test.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '\tx', '＝1'])('makes %j harmless for a spreadsheet', (text) => {
  expect(csvRow([text])).toContain(`'${text}`);
});

test('leaves plain numbers as they are', () => {
  expect(csvRow(['-5', '+3,5', -2])).toBe('-5,"+3,5",-2\r\n');
});
