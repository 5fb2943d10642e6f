import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig, requireHttps, WrongConfiguration } from './config.js';

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
  ['PUBLIC_URL', 'umfrage.netzwerk.test'],
  ['PUBLIC_URL', 'ftp://umfrage.netzwerk.test'],
  ['PUBLIC_URL', 'https://umfrage.netzwerk.test/?x=1'],
  ['PUBLIC_URL', 'https://umfrage.netzwerk.test?'],
  ['PUBLIC_URL', 'https://umfrage.netzwerk.test/#start'],
  ['PUBLIC_URL', 'https://buero:sicher@umfrage.netzwerk.test'],
  ['PUBLIC_URL', 'https://buero@umfrage.netzwerk.test'],
  ['PUBLIC_URL', 'https://www.netzwerk.test/umfrage'],
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

const production = {
  DATABASE_URL: 'postgres://localhost/ruecklauf',
  PUBLIC_URL: 'https://umfrage.netzwerk.test',
};
const random = '5f3c9a1e77d04b28a6e1c0f94d3b8275';

test.each([
  'aaaaaaaaaaaaaaaa',
  'changemechangeme',
  'change-me-change-me',
  'changeme-please!!',
  'abababababababab',
  '1234567890123456',
  '0123456789abcdef',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertzuiopasdfghjkl',
  'SuperSecretPassword123',
  'secret-key-for-development',
  'ruecklauf-ruecklauf',
  'xK9$xK9$xK9$xK9$xK9$',
  '$(openssl rand -hex 32)',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab',
  `${random},changemechangeme`,
])('SECRET_KEY cannot be %j', (secret) => {
  expect(() => readConfig({ ...production, SECRET_KEY: secret })).toThrow(
    /^SECRET_KEY [^\n]+openssl rand -hex 32$/,
  );
});

test.each([
  random,
  random.slice(0, 16),
  'a secret that is long enough for tests',
  `${random}\n${random.slice(0, 20)}`,
])('SECRET_KEY may be %j', (secret) => {
  expect(() => readConfig({ ...production, SECRET_KEY: secret })).not.toThrow();
});

test('any random secret will do', () => {
  for (let n = 0; n < 5000; n += 1) {
    const secret = randomBytes(n % 2 ? 32 : 9).toString(n % 3 ? 'hex' : 'base64');
    if (secret.length >= 16) readConfig({ ...production, SECRET_KEY: secret });
  }
});

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ruecklauf-secrets-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is read, for each setting that holds one', () => {
    const config = readConfig({
      PUBLIC_URL: production.PUBLIC_URL,
      SECRET_KEY_FILE: file('key', `${random}\n`),
      DATABASE_URL_FILE: file('database', 'postgres://u:p@db/ruecklauf\n'),
      REDIS_URL_FILE: file('redis', 'redis://:p@redis:6379'),
      SMTP_URL_FILE: file('smtp', 'smtp://u:p@eins.test\nsmtp://u:p@zwei.test\n'),
      ADMIN_PASSWORD_FILE: file('password', 'sieben Zwerge im Wald\r\n'),
    });
    expect(config).toMatchObject({
      secretKeys: [random],
      databaseUrl: 'postgres://u:p@db/ruecklauf',
      redisUrl: 'redis://:p@redis:6379',
      smtpUrl: 'smtp://u:p@eins.test\nsmtp://u:p@zwei.test',
      adminPassword: 'sieben Zwerge im Wald',
      trial: false,
    });
  });

  test('that is given twice, is empty or cannot be read stops the start', () => {
    expect(() => readConfig({ SECRET_KEY: random, SECRET_KEY_FILE: file('key', random) })).toThrow(
      /^SECRET_KEY and SECRET_KEY_FILE are both set/,
    );
    expect(() => readConfig({ SMTP_URL_FILE: file('empty', ' \n') })).toThrow(/^SMTP_URL_FILE names .*empty/);
    expect(() => readConfig({ REDIS_URL_FILE: join(folder, 'nothing') })).toThrow(
      /^REDIS_URL_FILE names .*cannot be read \(ENOENT\)$/,
    );
    expect(() => readConfig({ DATABASE_URL_FILE: folder })).toThrow(/^DATABASE_URL_FILE names .*EISDIR/);
  });

  test('and an empty variable beside it counts as unset', () => {
    const config = readConfig({ ...production, SECRET_KEY: '', SECRET_KEY_FILE: file('key', random) });
    expect(config.secretKeys).toEqual([random]);
  });
});

test.each([
  { PUBLIC_URL: 'http://umfrage.netzwerk.test' },
  { PUBLIC_URL: 'http://10.0.0.5:3000' },
  { PUBLIC_URL: 'http://localhost.netzwerk.test' },
])('outside a trial links must not be http: %j', (env) => {
  const set = { ...production, SECRET_KEY: random, ...env };
  expect(() => readConfig(set)).toThrow(/^PUBLIC_URL must start with https:\/\/ [^\n]+ALLOW_HTTP=on/);
  expect(() => readConfig({ ...set, ALLOW_HTTP: 'on' })).not.toThrow();
});

test('nor may they where the address follows from HOST', () => {
  const config = readConfig({ ...production, PUBLIC_URL: '', HOST: '10.0.0.5', SECRET_KEY: random });
  expect(() => {
    requireHttps(config);
  }).toThrow(/^PUBLIC_URL must start with https:/);
  expect(() => {
    requireHttps({ ...config, allowHttp: true });
  }).not.toThrow();
});

test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://a.localhost'])(
  '%s stays on this machine',
  (url) => {
    expect(() => readConfig({ ...production, SECRET_KEY: random, PUBLIC_URL: url })).not.toThrow();
  },
);

test('several installations on one Redis have a prefix each', () => {
  expect(readConfig({}).queuePrefix).toBe('ruecklauf');
  expect(readConfig({ QUEUE_PREFIX: 'amt-2' }).queuePrefix).toBe('amt-2');
  expect(() => readConfig({ QUEUE_PREFIX: 'a:b' })).toThrow(/^QUEUE_PREFIX /);
});

test('where to report weaknesses is one or several addresses', () => {
  expect(readConfig({}).securityContacts).toEqual([]);
  expect(
    readConfig({ SECURITY_CONTACT: 'mailto:sicherheit@netzwerk.test https://netzwerk.test/melden' })
      .securityContacts,
  ).toEqual(['mailto:sicherheit@netzwerk.test', 'https://netzwerk.test/melden']);
  for (const wrong of [
    'sicherheit@netzwerk.test',
    'http://netzwerk.test',
    'mailto:a@b.test\nExpires: never',
  ]) {
    expect(() => readConfig({ SECURITY_CONTACT: wrong })).toThrow(/^SECURITY_CONTACT must list/);
  }
});

test.each([
  ['https://umfrage.städte.example', 'https://umfrage.xn--stdte-hra.example'],
  ['https://Umfrage.Netzwerk.test/', 'https://umfrage.netzwerk.test'],
  ['https://umfrage.netzwerk.test:8443//', 'https://umfrage.netzwerk.test:8443'],
  ['http://[2001:db8::1]:3000', 'http://[2001:db8::1]:3000'],
])('links begin with PUBLIC_URL %s as %s', (given, shown) => {
  expect(readConfig({ PUBLIC_URL: given }).publicUrl).toBe(shown);
});

test.each([
  ['::1', 'http://[::1]:3000'],
  ['fe80::1%eth0', 'http://[fe80::1]:3000'],
  ['::', 'http://localhost:3000'],
  ['192.0.2.7', 'http://192.0.2.7:3000'],
])('without PUBLIC_URL the interface %s is %s in links', (host, shown) => {
  const { publicUrl } = readConfig({ HOST: host });
  expect(publicUrl).toBe(shown);
  expect(URL.canParse(publicUrl)).toBe(true);
});
