import { describe, expect, test } from '@jest/globals';
import { hostAndPort, parseSmtpUrls } from './smtp-server-url.js';

describe('SMTP_URL', () => {
  test.each([
    ['smtp://mail.example.org', { port: 25, tls: 'required', credentials: undefined, weight: 1 }],
    ['smtp://u:p@mail.example.org', { port: 587, credentials: { user: 'u', pass: 'p' } }],
    ['smtps://mail.example.org?weight=100', { port: 465, tls: 'implicit', weight: 100 }],
    ['smtp://mail.example.org:2525?tls=required&weight=3', { port: 2525, tls: 'required', weight: 3 }],
    ['smtp://u:a%2Cb%20c@mail.example.org', { credentials: { user: 'u', pass: 'a,b c' } }],
  ])('%s names one server', (text, expected) => {
    expect(parseSmtpUrls(text)).toEqual([expect.objectContaining({ host: 'mail.example.org', ...expected })]);
  });

  test.each([
    ['smtp://127.0.0.1', '127.0.0.1', 'offered'],
    ['smtp://127.0.0.53:2525', '127.0.0.53', 'offered'],
    ['smtp://LocalHost', 'localhost', 'offered'],
    ['smtp://[::1]', '::1', 'offered'],
    ['smtp://localhost.example.org', 'localhost.example.org', 'required'],
    ['smtp://10.0.0.1', '10.0.0.1', 'required'],
    ['smtp://[fd00::1]', 'fd00::1', 'required'],
    ['smtp://mailpit:1025?tls=off', 'mailpit', 'off'],
    ['smtp://mäil.example.org', 'xn--mil-qla.example.org', 'required'],
    ['smtps://büro.example', 'xn--bro-hoa.example', 'implicit'],
  ])('%s leads to %s with TLS %s', (text, host, tls) => {
    expect(parseSmtpUrls(text)).toEqual([expect.objectContaining({ host, tls })]);
  });

  test('names several, separated by spaces, commas or lines, in their order', () => {
    const servers = parseSmtpUrls(' smtp://a?weight=3,smtps://b ,\n smtp://u:p@[::1]?tls=off\n');
    expect(servers.map(hostAndPort)).toEqual(['a:25', 'b:465', '[::1]:587']);
    expect(servers.map(({ weight }) => weight)).toEqual([3, 1, 1]);
  });

  test.each(['http://x', 'smtp://', 'smtp://h?tls=maybe', 'smtps://h?tls=off', 'nonsense', '', 'smtp://a b'])(
    'cannot be %j',
    (text) => {
      expect(() => parseSmtpUrls(text)).toThrow(/^SMTP_URL /);
    },
  );
});
