import fastifyCookie from '@fastify/cookie';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { readConfig } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { InboxModule } from './inbox.module.js';
import { SmtpModule } from '../smtp/smtp.module.js';
import { MailServers } from '../smtp/mail-servers.js';

interface Listed {
  id: string;
  receivedAt: string;
  from: string;
  to: string;
  subject: string;
}

interface Single extends Listed {
  html: string | null;
  text: string | null;
  headers: { name: string; value: string }[];
}

const letter = [
  'From: =?UTF-8?Q?Netzwerkb=C3=BCro?= <buero@example.org>',
  'To: Erna <erna@example.net>',
  'Subject: =?UTF-8?Q?Ihre_Meinung_z=C3=A4hlt?=',
  ' =?UTF-8?Q?_=28Umfrage=29?=',
  'List-Unsubscribe: <https://umfrage.example.org/unsubscribe/abc>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=grenze',
  '',
  '--grenze',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Guten Tag, hier geht es los: https://umfrage.example.org/u/abc.',
  '.',
  '--grenze',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><title>x</title></head><body><a href="https://umfrage.example.org/u/abc">Los</a><script>alert(1)</script></body></html>',
  '--grenze--',
  '',
].join('\r\n');

let clone: TestDatabase;
let app: NestFastifyApplication;
let connections: MailServers;
let dataSource: DataSource;
let origin: string;

beforeAll(async () => {
  clone = await cloneDatabase();
  const config = readConfig({
    DATABASE_URL: clone.url,
    SECRET_KEY: 'long enough for a test',
    SMTP_CONNECTIONS: '10',
  });
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.register({ ...config, secretKeys: config.secretKeys ?? [] }),
      DatabaseModule,
      InboxModule,
      SmtpModule.register(config),
    ],
  }).compile();
  module.useLogger(false);
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  await app.register(fastifyCookie);
  await app.listen(0, '127.0.0.1');
  origin = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  connections = app.get(MailServers);
  dataSource = app.get(DataSource);
});

afterAll(async () => {
  await app.close();
  await clone.drop();
});

beforeEach(async () => {
  await dataSource.query('TRUNCATE caught_mails');
});

async function send(to = 'erna@example.net', raw = letter): Promise<void> {
  const outcome = await connections.handOver({ from: 'b+1@example.org', to, raw: Buffer.from(raw) });
  expect(outcome).toMatchObject({ outcome: 'accepted' });
}

interface Answer {
  status: number;
  headers: Headers;
  body: string;
}

async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${origin}${url}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(url, { headers });
}

async function listed(query = ''): Promise<Listed[]> {
  return JSON.parse((await get(`/inbox.json${query}`)).body) as Listed[];
}

describe('the trial inbox', () => {
  test('has stored a mail, byte for byte, before the server says so', async () => {
    await send();
    const rows: { raw: Buffer; envelope_from: string; subject: string }[] = await dataSource.query(
      'SELECT * FROM caught_mails',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.raw.toString()).toBe(letter);
    expect(rows[0]?.envelope_from).toBe('b+1@example.org');
    expect(rows[0]?.subject).toBe('Ihre Meinung zählt (Umfrage)');
  });

  test('takes two thousand mails at once, each once', async () => {
    await Promise.all(Array.from({ length: 2000 }, (_, i) => send(`p${i}@example.net`)));
    expect(new Set((await listed()).map((mail) => mail.to)).size).toBe(2000);
  });

  test('says 451 and keeps going when a mail cannot be stored', async () => {
    await dataSource.query('ALTER TABLE caught_mails RENAME TO gone');
    const outcome = await connections.handOver({
      from: 'b@example.org',
      to: 'erna@example.net',
      raw: Buffer.from(letter),
    });
    await dataSource.query('ALTER TABLE gone RENAME TO caught_mails');
    expect(outcome).toMatchObject({ outcome: 'deferred' });
    await send();
    expect(await listed()).toHaveLength(1);
  });

  test('keeps domains as they went over the wire, and takes a subject full of nonsense', async () => {
    await send('erna@straße.example', 'Subject: a\u0000b =?UTF-8?Q?=00?= <script>\r\n\r\nx\r\n');
    const [mail] = await listed();
    expect(mail?.to).toBe('erna@xn--strae-oqa.example');
    expect(mail?.subject).not.toContain('\u0000');
    expect((await get('/inbox')).body).not.toContain('<script>\r');
  });
});

describe('for scripts', () => {
  test('the inbox lists newest first and finds a recipient exactly', async () => {
    await send('erna@example.net');
    await send('berna@example.net');
    expect((await listed()).map((mail) => mail.to)).toEqual(['berna@example.net', 'erna@example.net']);
    expect(await listed('?to=Erna@example.net')).toEqual([
      expect.objectContaining({
        from: 'b+1@example.org',
        to: 'erna@example.net',
        subject: 'Ihre Meinung zählt (Umfrage)',
      }),
    ]);
    expect(await listed('?to=nobody@example.net')).toEqual([]);
  });

  test('a mail comes with its parts, its headers and as a file', async () => {
    await send();
    const [mail] = await listed();
    const whole = JSON.parse((await get(`/inbox/${mail?.id ?? ''}.json`)).body) as Single;
    expect(whole.text).toContain('https://umfrage.example.org/u/abc');
    expect(whole.html).toContain('<a href=');
    expect(whole.headers).toContainEqual({
      name: 'List-Unsubscribe',
      value: '<https://umfrage.example.org/unsubscribe/abc>',
    });
    const file = await get(`/inbox/${mail?.id ?? ''}.eml`);
    expect(file.headers.get('content-type')).toBe('message/rfc822');
    expect(file.body).toBe(letter);
  });

  test.each([
    '/inbox/999',
    '/inbox/999.json',
    '/inbox/abc',
    '/inbox/99999999999999999999999',
    '/inbox/999/html',
    '/inbox/1.exe',
  ])('%s is not there', async (url) => {
    expect((await get(url)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('for people', () => {
  test('an empty inbox says what to do', async () => {
    expect((await get('/inbox')).body).toContain('Noch keine Mail');
    expect((await get('/inbox', { 'accept-language': 'en-GB,en;q=0.9,de;q=0.5' })).body).toContain(
      'No mail yet',
    );
    expect((await get('/inbox?lang=en')).headers.get('set-cookie')).toContain('lang=en');
  });

  test('mails are searched and paged', async () => {
    for (let i = 0; i < 60; i++) await send(`p${i}@example.net`);
    const first = await get('/inbox');
    expect(first.body).toContain('60 Mails');
    const older = /href="(\/inbox\?before=\d+)"/.exec(first.body)?.[1] ?? '';
    const second = await get(older);
    expect(second.body.match(/class="mail-row"/g)).toHaveLength(10);
    expect((await get('/inbox?q=P59%40')).body).toContain('1 von 60 Mails');
    expect((await get('/inbox?q=%25')).body).toContain('Nichts gefunden');
  });

  test('a mail is shown in a frame that runs nothing, whose links open elsewhere', async () => {
    await send();
    const [mail] = await listed();
    const page = await get(`/inbox/${mail?.id ?? ''}`);
    expect(page.body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page.body).toContain('Netzwerkbüro');
    const frame = await get(`/inbox/${mail?.id ?? ''}/html`);
    expect(frame.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(frame.headers.get('content-security-policy')).toContain('sandbox allow-popups');
    expect(frame.body).toContain('<head><base target="_blank">');
    const text = await get(`/inbox/${mail?.id ?? ''}?view=text`);
    expect(text.body).toContain(
      '<a href="https://umfrage.example.org/u/abc" target="_blank" rel="noopener">',
    );
    const source = await get(`/inbox/${mail?.id ?? ''}?view=source`);
    expect(source.body).toContain('List-Unsubscribe: &lt;https://');
  });

  test('no page is kept by the browser or runs a script of a mail', async () => {
    await send();
    const [mail] = await listed();
    for (const url of [
      '/inbox',
      '/inbox.json',
      `/inbox/${mail?.id ?? ''}`,
      `/inbox/${mail?.id ?? ''}/html`,
      `/inbox/${mail?.id ?? ''}.json`,
    ]) {
      const { headers } = await get(url);
      expect(headers.get('cache-control')).toBe('no-store');
      if (String(headers.get('content-type')).startsWith('text/html')) {
        expect(headers.get('content-security-policy')).not.toMatch(/script-src [^;]*unsafe/);
      }
    }
  });

  test('all are deleted by a button of our own page, not by one of another site', async () => {
    await send();
    const post = (headers: Record<string, string>) => ask('/inbox/delete', { method: 'POST', headers });
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect(await listed()).toHaveLength(1);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect(await listed()).toHaveLength(0);
  });
});
