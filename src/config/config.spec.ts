import { expect, test } from '@jest/globals';
import { readConfig, WrongConfiguration } from './config.js';

test.each([
  ['MAIL_FROM', 'Netzwerkbüro'],
  ['MAIL_FROM', 'Netzwerkbüro <buero>'],
  ['MAIL_FROM', 'a@netzwerk.test, b@netzwerk.test'],
  ['SMTP_URL', 'mail.netzwerk.test'],
  ['SMTP_URL', 'http://mail.netzwerk.test'],
  ['SMTP_URL', 'smtp://'],
  ['SMTP_URL', 'smtp://mail.netzwerk.test?tls=maybe'],
  ['SMTP_URL', 'smtp://mail.netzwerk.test?tls='],
  ['SMTP_URL', 'smtp://mail.netzwerk.test?ignoreTLS=true'],
  ['SMTP_URL', 'smtps://mail.netzwerk.test?tls=off'],
  ['SMTP_URL', 'smtp://buero:100%sicher@mail.netzwerk.test'],
  ['SMTP_URL', ' , '],
  ['SMTP_URL', 'smtp://buero:1,sicher@mail.netzwerk.test'],
  ['SMTP_URL', 'smtp://eins.netzwerk.test smtp://buero:100%sicher@zwei.netzwerk.test'],
  ['SMTP_URL', 'smtp://eins.netzwerk.test,smtp://zwei.netzwerk.test?tls=maybe'],
  ['SMTP_URL', 'smtp://mail.netzwerk.test?weight='],
  ['SMTP_URL', 'smtp://mail.netzwerk.test?weight=0'],
  ['SMTP_URL', 'smtp://mail.netzwerk.test?weight=101'],
  ['SMTP_URL', 'smtp://mail.netzwerk.test?weight=1.5'],
  ['ADMIN_EMAIL', 'admin'],
  ['ADMIN_PASSWORD', 'kurz'],
  ['PORT', '65536'],
  ['TRUSTED_PROXIES', 'proxy.netzwerk.test'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', '10.0.0.1,'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
])('%s cannot be %s, and one line says so', (name, value) => {
  const reading = () => readConfig({ [name]: value });
  expect(reading).toThrow(WrongConfiguration);
  expect(reading).toThrow(new RegExp(`^${name} [^\\n]+$`));
  expect(reading).not.toThrow(/sicher/);
});

test.each([
  ['MAIL_FROM', 'Netzwerkbüro <buero@netzwerk.test>'],
  ['MAIL_FROM', 'buero@netzwerk.test'],
  ['SMTP_URL', 'smtp://buero:100%25sicher@mail.netzwerk.test:2525?tls=required'],
  ['SMTP_URL', 'smtp://[::1]:25?tls=off'],
  ['SMTP_URL', 'smtps://mail.netzwerk.test'],
  ['SMTP_URL', 'smtp://eins.netzwerk.test?tls=off&weight=3, smtps://zwei.netzwerk.test?weight=100'],
  ['SMTP_URL', 'smtp://eins.netzwerk.test\n  smtp://buero:1%2Csicher@zwei.netzwerk.test\n'],
  ['SMTP_URL', ''],
  ['TRUSTED_PROXIES', 'loopback, uniquelocal, 203.0.113.7, 2001:db8::/32'],
])('%s may be %s', (name, value) => {
  expect(() => readConfig({ [name]: value })).not.toThrow();
});

test('of several mail servers the wrong one is named by its place', () => {
  const urls = 'smtp://eins.netzwerk.test, smtp://buero:sicher@zwei.netzwerk.test?weight=0';
  expect(() => readConfig({ SMTP_URL: urls })).toThrow(
    'SMTP_URL may have ?weight= with a whole number from 1 to 100 (server 2 of 2)',
  );
});
