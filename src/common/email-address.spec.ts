import { expect, test } from '@jest/globals';
import { parseEmailAddress } from './email-address.js';

test.each([
  ['Anna@Example.ORG', 'Anna@example.org', 'anna@example.org'],
  [' anna@example.org ', 'anna@example.org', 'anna@example.org'],
  ['post@straße.example', 'post@xn--strae-oqa.example', 'post@xn--strae-oqa.example'],
  ['o’neill+news@example.org', 'o’neill+news@example.org', 'o’neill+news@example.org'],
])('%j is one address', (text, address, key) => {
  expect(parseEmailAddress(text)).toEqual({ address, key });
});

test.each([
  '',
  'anna',
  '@example.org',
  'anna@',
  'anna@localhost',
  'anna@example.org, b@example.org',
  'anna@example.org\r\nBcc: evil@example.net',
  'anna@exa\r\nmple.org',
  'anna@exa\tmple.org',
  'anna\u0000@example.org',
  '"anna b"@example.org',
  'Anna <anna@example.org>',
  'an..na@example.org',
  'an\u200Bna@example.org',
  'an\u00ADna@example.org',
  '\u202Eanna@example.org',
  'anna\u2069@example.org',
  '.anna@example.org',
  `${'a'.repeat(65)}@example.org`,
])('%j is not', (text) => {
  expect(parseEmailAddress(text)).toBeNull();
});
