import { expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { coded, packed } from '../../common/coded-text.js';
import { StoredText } from '../../console/stored-text.js';
import { rejectsCsv } from './rejects-csv.js';

const coded4 = packed(coded('import.cell_too_long', { most: 200 }));
const sentence = 'is longer than 200 characters';

test('a stored reason is said in the language of whoever reads it', () => {
  expect(renderToString(<StoredText text={coded4} locale="de" />)).toBe('ist länger als 200 Zeichen');
  expect(renderToString(<StoredText text={coded4} locale="en" />)).toBe(sentence);
});

test('a sentence that an earlier build has stored stays, and says on German pages that it is English', () => {
  expect(renderToString(<StoredText text={sentence} locale="en" />)).toBe(sentence);
  expect(renderToString(<StoredText text={sentence} locale="de" />)).toBe(
    `<span lang="en">${sentence}</span>`,
  );
});

test('both stand in the file of rejected rows', () => {
  const reject = { row: 2, column: 'Ort', value: 'x' };
  const rows = [
    { ...reject, reason: coded4 },
    { ...reject, row: 3, reason: sentence },
  ];
  expect([...rejectsCsv(rows)].slice(1)).toEqual([`2,Ort,x,${sentence}\r\n`, `3,Ort,x,${sentence}\r\n`]);
  expect([...rejectsCsv(rows, 'de')].slice(1)).toEqual([
    '2,Ort,x,ist länger als 200 Zeichen\r\n',
    `3,Ort,x,${sentence}\r\n`,
  ]);
});
