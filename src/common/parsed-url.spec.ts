import { expect, test } from '@jest/globals';
import { parsedUrl } from './parsed-url.js';

test('a host with an umlaut is read, also the hundred-thousandth time', () => {
  for (let n = 0; n < 100_000; n += 1)
    if (parsedUrl('https://umfrage.städte.example/ü') === null) throw new Error(`refused at ${n}`);
  expect(parsedUrl('https://umfrage.städte.example')?.hostname).toBe('umfrage.xn--stdte-hra.example');
});

test('returns null for anything but an address', () => {
  expect([parsedUrl('umfrage'), parsedUrl('https://'), parsedUrl('/u/x', 'nowhere')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(parsedUrl('/u/x', 'https://example.org')?.href).toBe('https://example.org/u/x');
});
