import { expect, test } from '@jest/globals';
import { isOwnHost, isOwnOrigin, ownHosts } from './host.rules.js';

const publicUrl = 'https://umfrage.example.org';
const hosts = ownHosts(publicUrl, ['Intern.example.:8443', '[2001:db8::1]']);

test.each<[string | undefined, boolean]>([
  ['umfrage.example.org', true],
  ['UMFRAGE.example.org.:8080', true],
  ['intern.example', true],
  ['[2001:db8::1]:443', true],
  // The machine itself, by whatever port.
  ['localhost:3000', true],
  ['127.0.0.1:3000', true],
  ['127.8.9.1', true],
  ['[::1]:3000', true],
  // Names that somebody else made point here.
  ['evil.example', false],
  ['umfrage.example.org.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example', false],
  ['192.168.0.4', false],
  ['umfrage.example.org@evil.example', false],
  ['evil.example/umfrage.example.org', false],
  ['', false],
  [undefined, false],
])('a request to %s is for us: %s', (host, own) => {
  expect(isOwnHost(host, hosts)).toBe(own);
});

test.each([
  ['https://umfrage.example.org', 'umfrage.example.org', true],
  ['https://umfrage.example.org', undefined, true],
  ['https://intern.example:8443', 'intern.example:8443', true],
  ['http://localhost:3000', 'localhost:3000', true],
  ['http://umfrage.example.org', 'umfrage.example.org', false],
  ['http://intern.example', 'intern.example', false],
  ['https://intern.example', 'intern.example:8443', false],
  ['https://evil.example', 'umfrage.example.org', false],
  ['null', 'umfrage.example.org', false],
])('a form from %s, sent to %s, is ours: %s', (origin, host, own) => {
  expect(isOwnOrigin(origin, host, publicUrl)).toBe(own);
});
