import { describe, expect, test } from '@jest/globals';
import { problemOfPublicUrl, publicOrigin } from './public-url.rules.js';
import { problemOfSecretKey } from './secret-key.rules.js';
import { problemOfSmtpUrls, smtpUrlsIn } from './smtp-url.rules.js';

describe('PUBLIC_URL', () => {
  test.each([
    ['https://umfrage.example.org', 'https://umfrage.example.org'],
    ['https://umfrage.example.org/', 'https://umfrage.example.org'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['HTTPS://Umfrage.Example.org:443', 'https://umfrage.example.org'],
    ['https://städte.example', 'https://xn--stdte-hra.example'],
  ])('%s makes links that start with %s', (text, origin) => {
    expect(problemOfPublicUrl(text)).toBeNull();
    expect(publicOrigin(text)).toBe(origin);
  });

  test.each([
    'umfrage.example.org',
    'ftp://example.org',
    'https://user@example.org',
    'https://:word@example.org',
    'https://example.org/umfrage',
    'https://example.org?',
    'https://example.org/#',
    '',
  ])('may not be %s', (text) => {
    expect(problemOfPublicUrl(text)).not.toBeNull();
  });
});

describe('SMTP_URL', () => {
  test.each([
    'smtp://mail.example.org',
    'smtps://ada:p%40ss@mail.example.org:465',
    'smtp://mail.example.org?tls=off',
    'smtp://mail.example.org?tls=required&weight=100',
    'smtps://mail.example.org?weight=1',
    'smtp://a.example smtp://b.example,smtps://c.example',
    'smtp://[::1]:25',
  ])('may be %s', (text) => {
    expect(problemOfSmtpUrls(text)).toBeNull();
  });

  test.each([
    '',
    ' , ',
    'mail.example.org',
    'https://mail.example.org',
    'smtp://',
    'smtp://mail.example.org?tls=maybe',
    'smtps://mail.example.org?tls=off',
    'smtp://mail.example.org?weight=0',
    'smtp://mail.example.org?weight=101',
    'smtp://mail.example.org?weight=1.5',
    'smtp://mail.example.org?pool=1',
    'smtp://ada:100%@mail.example.org',
  ])('may not be "%s"', (text) => {
    expect(problemOfSmtpUrls(text)).not.toBeNull();
  });

  test('that is wrong is named by its place, and never quoted (P10)', () => {
    const problem = problemOfSmtpUrls('smtp://a.example smtp://ada:top%secret@b.example smtp://c.example');
    expect(problem).toContain('2 of 3');
    expect(problem).not.toMatch(/top|secret|b\.example/);
  });

  test('may name several servers on several lines', () => {
    expect(smtpUrlsIn('smtp://a.example,\n  smtp://b.example ')).toEqual([
      'smtp://a.example',
      'smtp://b.example',
    ]);
  });
});

describe('SECRET_KEY', () => {
  test.each(['8f3c1b7a9d2e4f60718293a4b5c6d7e8', 'kV9!xq2#Lm7$Zt4&', 'vier wilde Quallen tanzen Polka'])(
    'may be %s',
    (secret) => {
      expect(problemOfSecretKey(secret)).toBeNull();
    },
  );

  test.each([
    ['short', 'kV9!xq2#Lm7$Zt4'],
    ['one character', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a part again and again', 'kV9!xq2#kV9!xq2#kV9!'],
    ['an example', 'please-change-this-secret-key'],
    ['well known in German', 'sehrgeheimespasswort'],
    ['along the keyboard', 'qwertzuiopasdfghjklyxcvbnm'],
    ['counted', 'abcdefghijklmnopqrstuvwxyz'],
    ['counted backwards', '98765432109876543210'],
    ['the command that makes one', '$(openssl rand -hex 32)'],
  ])('may not be %s', (_, secret) => {
    expect(problemOfSecretKey(secret)).not.toBeNull();
  });

  test('is never quoted (P10)', () => {
    expect(problemOfSecretKey('hunter2hunter2hunter2')).not.toContain('hunter2');
  });
});
