import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressHeader, header, textHeader } from './header.js';

const hostile = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\r\n',
    '\0',
    '"',
    '\\',
    ',',
    '<',
    '=?',
    '?=',
    'ü',
    '😀',
    'Bcc: eve@example.com',
    'w'.repeat(90),
  ),
  maxLength: 30,
});

describe('a header', () => {
  test('is one field, folded, with encoded-words of at most 75 characters, whatever it says', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        for (const field of [
          textHeader('Subject', value),
          addressHeader('From', { name: value, address: 'a@example.org' }),
        ]) {
          expect(field).toMatch(/^(Subject|From): [ -~]*(\r\n [ -~]+)*\r\n$/);
          const lines = field.trimEnd().split('\r\n');
          expect(lines.filter((line) => line.length > 78)).toEqual([]);
          expect((field.match(/=\?UTF-8\?B\?\S*\?=/g) ?? []).filter((word) => word.length > 75)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('stays readable where it is plain', () => {
    expect(textHeader('Subject', 'Your survey')).toBe('Subject: Your survey\r\n');
    expect(addressHeader('To', { name: 'Anna Berg', address: 'a@example.org' })).toBe(
      'To: Anna Berg <a@example.org>\r\n',
    );
    expect(addressHeader('To', { name: 'Berg, "A."', address: 'a@example.org' })).toBe(
      'To: "Berg, \\"A.\\"" <a@example.org>\r\n',
    );
    expect(addressHeader('To', { name: null, address: 'a@example.org' })).toBe('To: a@example.org\r\n');
  });

  test('shows no invisible character of a name, which could turn what follows around', () => {
    expect(
      addressHeader('To', { name: 'Anna \u202Egreb\u2069 B\u200Berg\uFEFF', address: 'a@example.org' }),
    ).toBe('To: Anna greb Berg <a@example.org>\r\n');
  });

  test('folds between words', () => {
    expect(textHeader('Subject', 'word '.repeat(30))).toBe(
      `Subject: ${'word '.repeat(13).trim()}\r\n ${'word '.repeat(15).trim()}\r\n word word\r\n`,
    );
  });

  test('never carries a line break of a value', () => {
    expect(() => header('Feedback-ID', 'a\r\nBcc: eve@example.com')).toThrow();
    expect(textHeader('Subject', 'a\r\nBcc: eve@example.com')).toBe('Subject: a Bcc: eve@example.com\r\n');
  });
});
