import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from './json-positions.js';

const text = `{
  "pages": [
    { "elements": [
      { "type": "text",
        "visibleIf": "x" }
    ] }
  ]
}`;

test('what a path names is found at its line and column', () => {
  const read = readJson(text);
  if (!('positionOf' in read)) throw new Error('must be read');
  expect(read.positionOf('pages[0].elements[0].visibleIf')).toEqual({ line: 5, column: 9 });
  expect(read.positionOf('pages[0].elements[0]')).toEqual({ line: 4, column: 7 });
  expect(read.positionOf('pages[0].elements[0].name')).toEqual({ line: 4, column: 7 });
  expect(read.positionOf('triggers[3].expression')).toEqual({ line: 1, column: 1 });
});

test.each([
  ['{\n "a": 1,\n}', 'trailing_comma', 3],
  ['{\n "a": 1\n "b": 2 }', 'comma', 3],
  ['{\n "a": \n', 'end', 3],
  ['{ a: 1 }', 'key', 1],
  ['[1, tru]', 'unexpected', 1],
  ['{"a" 1}', 'colon', 1],
  ['{"a": "x\n"}', 'string', 1],
  ['{"a": 1,\n"a": 2}', 'twice', 2],
])('%j is refused as %s at line %i', (wrong, error, line) => {
  expect(readJson(wrong)).toMatchObject({ error, at: { line } });
});

test('it reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const read = readJson(json);
      expect('value' in read && JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(json)));
    }),
  );
});

test.each([
  ['{"a": }', 'unexpected'],
  ['[1, ]', 'trailing_comma'],
  ['[,]', 'unexpected'],
  ['{"a": 01}', 'comma'],
  ['[1.]', 'unexpected'],
  ['["\\x"]', 'string'],
  ['// a comment\n1', 'unexpected'],
  ['1 2', 'unexpected'],
  ['', 'end'],
  ['['.repeat(1_000_000), 'unexpected'],
])('what JSON.parse refuses is refused, %#', (wrong, error) => {
  expect(() => JSON.parse(wrong) as unknown).toThrow();
  expect(readJson(wrong)).toMatchObject({ error });
});

test('a key that means something to JavaScript is a key like others', () => {
  const read = readJson('\ufeff{"__proto__": {"a": 1}}');
  expect('value' in read && Object.keys(read.value as object)).toEqual(['__proto__']);
});

test('whatever is cut out of a text or put into it, it is read as JSON.parse reads it, or refused', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '1',
    '-',
    '.',
    'e',
    'null',
    ' ',
    '/',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const json = pieces.join('');
      let value: unknown;
      try {
        value = JSON.parse(json);
      } catch {
        expect(readJson(json)).toHaveProperty('error');
        return;
      }
      const read = readJson(json);
      expect('error' in read ? read.error : read.value).toEqual('error' in read ? 'twice' : value);
    }),
    { numRuns: 2000 },
  );
});
