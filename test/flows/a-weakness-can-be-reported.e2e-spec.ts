import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { FixedClock } from '../support/fixed-clock.js';

let told: TestApp;
let silent: TestApp;
beforeAll(async () => {
  [told, silent] = await Promise.all([
    startApp({
      clock: new FixedClock(new Date('2026-11-29T10:30:00Z')),
      env: { SECURITY_CONTACT: 'mailto:sicherheit@netzwerk.test, https://netzwerk.test/melden' },
    }),
    startApp(),
  ]);
});
afterAll(async () => {
  await Promise.all([told.close(), silent.close()]);
});

test('security.txt says where, in two languages, and until when it holds', async () => {
  const answer = await fetch(`${told.url}/.well-known/security.txt`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toBe(
    'Contact: mailto:sicherheit@netzwerk.test\n' +
      'Contact: https://netzwerk.test/melden\n' +
      'Expires: 2027-05-28T00:00:00Z\n' +
      'Preferred-Languages: de, en\n' +
      'Canonical: https://umfrage.example.org/.well-known/security.txt\n',
  );
});

test('where nobody is named there is none', async () => {
  expect((await fetch(`${silent.url}/.well-known/security.txt`)).status).toBe(404);
});
