import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type CsvValue, csvRow } from './csv.js';

test('quotes what would break a row', () => {
  expect(csvRow(['a,b', 'sagte "ja"', 'zwei\nZeilen', null, true, 3])).toBe(
    '"a,b","sagte ""ja""","zwei\nZeilen",,true,3\r\n',
  );
});

test.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '\tx', '＝1'])('makes %j harmless for a spreadsheet', (text) => {
  expect(csvRow([text])).toContain(`'${text}`);
});

test('leaves plain numbers and all that is no formula as they are', () => {
  expect(csvRow([1, '-5', '+3,5', -2, 'E-Mail', '10-12 Uhr; abends', "'schon so"])).toBe(
    '1,-5,"+3,5",-2,E-Mail,"10-12 Uhr; abends",\'schon so\r\n',
  );
});

describe('read with any separator, no cell is a formula', () => {
  test.each([
    'b;=1+1;c',
    'zeile\n=1+1',
    'zeile\r=1+1',
    'zeile\r\n+1',
    'a\t=1',
    'a|@x',
    'a,-x',
    'a; =1+1',
    'a;"=1+1"',
    'a;\u00A0\u200B=1',
    'a;＝1+1',
    'a\u2028=1',
    'a\u2029=1',
    'a\v=1',
    'a\u0085=1',
    ';;;=1',
    '"=1',
    ' =1',
    '\u0000=1',
    '\n\n=1',
    'x;\u202E=1',
    '„=1“',
    '-5;-5',
  ])('%j', (text) => {
    expectHarmless([text]);
    expectHarmless(['x', text, text]);
  });

  test('numbers in the first column, which begin the whole row for another program', () => {
    expectHarmless([-5, "=HYPERLINK('x')"]);
  });

  test('and anything else that can be typed', () => {
    const piece = fc.constantFrom(
      ...[
        '=',
        '+',
        '-',
        '@',
        '＝',
        ',',
        ';',
        '\t',
        '|',
        '\r',
        '\n',
        '\u2028',
        '\v',
        '"',
        "'",
        ' ',
        'a',
        '1',
        '\u200B',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: piece, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (row) => {
          expectHarmless(row);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('is read back as it was, but for the apostrophes', () => {
  const [read] = parse(csvRow(['b;=1+1;c', 'z\n=1', 'x']));
  expect(read).toEqual(["b;'=1+1;c", "z\n'=1", 'x']);
});

test('takes time in proportion to the text', () => {
  for (const text of ['\t', ';', ' ', '"', '=', ';='])
    expect(csvRow([`x=${text.repeat(200_000)}`]).length).toBeGreaterThan(200_000);
});

/** Splits as programs with this separator do, and looks at each cell as they would: without blanks and quotes around it. */
function expectHarmless(row: readonly CsvValue[]): void {
  const line = csvRow(row);
  for (const delimiter of [',', ';', '\t', '|']) {
    const cells = [...leniently(line, delimiter), ...naively(line, delimiter)];
    for (const cell of cells) {
      const bare = cell.replace(/^[\s\p{Cc}\p{Cf}"\u2018-\u201F]+/u, '').replace(/[\s"]+$/, '');
      const isNumber = /^[+-]?\d+([.,]\d+)?$/.test(bare);
      if (/^[=+\-@＝＋－＠]/.test(bare) && !isNumber)
        throw new Error(
          `${JSON.stringify(cell)} in ${JSON.stringify(line)} split at ${JSON.stringify(delimiter)}`,
        );
    }
  }
}

/** As a program that knows no quotes at all. */
function naively(line: string, delimiter: string): string[] {
  return line.split(/[\r\n\v\f\u0085\u2028\u2029]/).flatMap((part) => part.split(delimiter));
}

/** As spreadsheets do: a quote that begins a field protects up to the next single one, any other is a character. */
function leniently(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (quoted && character === '"' && line.charAt(at + 1) === '"') at += 1;
    else if (quoted && character === '"') {
      quoted = false;
      continue;
    }
    if (!quoted && cell === '' && character === '"') quoted = true;
    else if (!quoted && (character === delimiter || /[\r\n]/.test(character))) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}
