import { expect, test } from '@jest/globals';
import { holdsWebAddress, shownName } from './shown-name.js';

test.each([
  'Anna Berg',
  'Frau Prof. Dr. Berg',
  'Prof.Dr.Berg',
  'Dr.Li',
  'St.Gallen',
  'J.R.R. Tolkien',
  'J.Li',
  'Verein e.V.',
  'Müller & Söhne GmbH, Abt. 3',
  'Liebe Frau Bürgermeisterin',
  'Mag. (FH) Anna-Lena Groß',
  '…',
  'Anna B.',
])('%j is a name', (name) => {
  expect(holdsWebAddress(name)).toBe(false);
  expect(shownName(name)).toBe(name);
});

test.each([
  'https://evil.example/',
  'Anna http://evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'www.evil.example',
  'Gewinn auf evil.example',
  'Evil.Com',
  'jetzt bei müller.de!',
  'bit.ly/3xYz',
  't.co/abc',
  'ftp://evil.example',
  'anna@berg.example',
  '192.0.2.7',
  'evil。example',
  'ｅｖｉｌ．ｅｘａｍｐｌｅ',
  'evil.\u200Bexample',
  'evil\u00AD.example',
  '(evil.example)',
  'Berg,evil.example',
  'пример.рф',
  'evil.xn--p1ai',
  'Anna://Berg',
])('%j holds a web address', (name) => {
  expect(holdsWebAddress(name)).toBe(true);
  expect(shownName(name)).toBe('');
});

test('invisible characters are left out, above all those that turn the direction of writing', () => {
  expect(shownName('Anna\u202E greB\u202C')).toBe('Anna greB');
  expect(shownName('\u2066A\u200Bn\u00ADn\uFEFFa\u2069')).toBe('Anna');
  expect(shownName(null)).toBe('');
});
