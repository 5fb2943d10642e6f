import { describe, expect, test } from '@jest/globals';
import { coded, packed } from '../../common/coded-text.js';
import { readHeader } from './import-columns.rules.js';
import { ImportFailed } from './import-failed.js';
import { readRow } from './import-rows.rules.js';

const read = (headings: string[], cells: string[]) => readRow(readHeader(headings), { row: 2, cells });

describe('the columns of a file', () => {
  test.each([
    ['email', 'email'],
    ['E-Mail', 'email'],
    [' E-Mail-Adresse ', 'email'],
    ['EMAIL_ADDRESS', 'email'],
    ['Anrede', 'salutation'],
    ['Sprache', 'language'],
    ['NAME', 'name'],
    ['Landkreis', null],
    // Names that every object has are headings like others.
    ['constructor', null],
    ['__proto__', null],
  ])('%s is taken for %s', (heading, field) => {
    const other = field === 'email' ? 'x' : 'email';
    const { columns } = readHeader([other, heading]);
    expect(columns[1]).toEqual({ index: 1, heading: heading.trim(), field });
  });

  test('without a heading are not read, and keep their place', () => {
    const header = readHeader(['email', ' ', 'Kreis']);
    expect(header.width).toBe(3);
    expect(header.columns.map(({ index }) => index)).toEqual([0, 2]);
  });

  test.each([
    ['no address', ['name']],
    ['nothing at all', ['', ' ']],
    ['two addresses', ['email', 'E-Mail']],
    ['one attribute twice', ['email', 'Kreis', 'Kreis']],
    ['an address twice', ['email', 'email']],
    ['a heading of 101 characters', ['email', 'x'.repeat(101)]],
    ['a heading that is not text', ['email', 'a\0b']],
    ['201 columns', ['email', ...Array.from({ length: 200 }, (_, i) => `c${i}`)]],
  ])('are refused with %s', (_, headings) => {
    expect(() => readHeader(headings)).toThrow(ImportFailed);
  });

  test('may be 200, with headings of 100 characters, and differ by case alone', () => {
    const many = ['email', 'x'.repeat(100), ...Array.from({ length: 198 }, (_, i) => `c${i}`)];
    expect(readHeader(many).columns).toHaveLength(200);
    expect(readHeader(['email', 'Kreis', 'kreis']).columns).toHaveLength(3);
  });
});

describe('a row', () => {
  test('says nothing by an empty or a missing cell', () => {
    expect(read(['email', 'name', 'Anrede', 'Kreis'], ['a@example.org', ' '])).toEqual({
      email: 'a@example.org',
      email_key: 'a@example.org',
      name: null,
      salutation: null,
      language: null,
      attributes: {},
    });
  });

  test('is cleaned of what nobody meant', () => {
    const row = read(['email', 'name', 'Kreis'], [' Ada@Example.ORG ', ' Ada \n  Lovelace ', '  Ulm  Süd ']);
    expect(row).toMatchObject({
      email_key: 'ada@example.org',
      name: 'Ada Lovelace',
      attributes: { Kreis: 'Ulm  Süd' },
    });
  });

  test.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['de-AT', 'de'],
    ['en_GB', 'en'],
    ['nds', 'nds'],
  ])('in the language %s is in %s', (said, language) => {
    expect(read(['email', 'language'], ['a@example.org', said])).toMatchObject({ language });
  });

  test.each([
    ['a sentence for a language', ['email', 'language'], ['a@example.org', 'deutsch bitte'], 'language'],
    ['one letter for a language', ['email', 'language'], ['a@example.org', 'd'], 'language'],
    ['no address', ['email'], [''], 'email'],
    ['half an address', ['email'], ['ada@'], 'email'],
    ['a name of 201 characters', ['email', 'name'], ['a@example.org', 'x'.repeat(201)], 'name'],
    ['an attribute of 1001', ['email', 'Kreis'], ['a@example.org', 'x'.repeat(1001)], 'Kreis'],
    ['a cell that is not text', ['email', 'Kreis'], ['a@example.org', 'a\0b'], 'Kreis'],
    ['a value under no heading', ['email'], ['a@example.org', 'x'], ''],
  ])('is turned away with %s', (_, headings, cells, column) => {
    expect(read(headings, cells)).toMatchObject({ row: 2, column, reason: expect.any(String) });
  });

  test('may have a name of 200 characters and an attribute of 1000', () => {
    const cells = ['a@example.org', 'x'.repeat(200), 'x'.repeat(1000)];
    expect(read(['email', 'name', 'Kreis'], cells)).not.toHaveProperty('reason');
  });

  test('names an invisible character in an address, which nobody would find', () => {
    expect(read(['email'], ['a\u200bb@example.org'])).toMatchObject({
      reason: packed(coded('import.invisible_character', { code: '200B' })),
    });
  });

  test('keeps a column called __proto__ as one', () => {
    const row = read(['email', '__proto__'], ['a@example.org', 'x']);
    expect(JSON.stringify(row)).toContain('"attributes":{"__proto__":"x"}');
  });
});
