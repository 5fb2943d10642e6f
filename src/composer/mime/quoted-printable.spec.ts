import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toQuotedPrintable } from './quoted-printable.js';

const text = fc.string({
  unit: fc.constantFrom('a', ' ', '\t', '.', '=', '\n', 'From ', 'ü', '€', '😀', 'word '),
  maxLength: 400,
});

describe('quoted-printable', () => {
  test('says the same when decoded', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(decoded(toQuotedPrintable(value))).toBe(value.replaceAll('\n', '\r\n'));
      }),
      { numRuns: 1000 },
    );
  });

  test('has short lines that no mail server touches', () => {
    fc.assert(
      fc.property(text, (value) => {
        const encoded = toQuotedPrintable(value);
        expect(encoded.replaceAll('\r\n', '')).toMatch(/^[ -~\t]*$/);
        const lines = encoded.split('\r\n');
        expect(lines.filter((line) => line.length > 76 || /[ \t]$|^\.|^From /.test(line))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves what is plain as it is', () => {
    expect(toQuotedPrintable('https://example.org/u/Aa0-_')).toBe('https://example.org/u/Aa0-_');
  });
});

function decoded(encoded: string): string {
  const bytes = encoded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
