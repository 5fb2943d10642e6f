import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvRow } from '../../common/csv.js';
import { type CsvRecord, delimiterOf, recordsOf } from './csv-records.js';

// eslint-disable-next-line @typescript-eslint/require-await -- stands in for a stream
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

async function recordsIn(text: string, size = 7): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of recordsOf(inPieces(text, size))) records.push(...some);
  return records;
}

test.each([
  ['email;name\na,b,c,d', ';'],
  ['email\tname', '\t'],
  ['"name; first, last",email', ','],
  ['email', ','],
])('the separator of %j is %j', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

test('rows are numbered as a spreadsheet does, whatever ends a line', async () => {
  expect(await recordsIn('email\r\n\r\na@x.test\n"b\nb"\rc@x.test')).toEqual([
    { row: 1, cells: ['email'] },
    { row: 3, cells: ['a@x.test'] },
    { row: 4, cells: ['b\nb'] },
    { row: 5, cells: ['c@x.test'] },
  ]);
});

test('spaces around cells do not count', async () => {
  expect(await recordsIn('email; "name" \n a@x.test ; "A; B" ')).toEqual([
    { row: 1, cells: ['email', 'name'] },
    { row: 2, cells: ['a@x.test', 'A; B'] },
  ]);
});

test('a header without a line end is a file too', async () => {
  expect(await recordsIn('email,name')).toEqual([{ row: 1, cells: ['email', 'name'] }]);
  expect(await recordsIn('')).toEqual([]);
});

test.each([
  ['email\n"a@x.test\nb@x.test\n', 'Row 2 cannot be read: a quotation mark that opens here is never closed.'],
  ['email\na@x.test\n"b"c\n', 'Row 3 cannot be read: text follows a closing quotation mark'],
  ['email\nEva "Evi" M\n', 'Row 2 cannot be read: a quotation mark stands in a cell'],
  [`email\n"${'x'.repeat(300_000)}`, 'Row 2 cannot be read: the row is too long'],
])('broken quotes are named with their row', async (text, message) => {
  await expect(recordsIn(text, 10_000)).rejects.toThrow(message);
});

test('what is written is read, wherever the file is cut into pieces', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\n', '\r', ' '), maxLength: 6 })
    .map((text) => `x${text}`);
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (written, size) => {
      const text = [['email', 'name'], ...written].map(csvRow).join('');
      expect((await recordsIn(text, size)).slice(1).map(({ cells }) => cells)).toEqual(written);
    }),
  );
});
