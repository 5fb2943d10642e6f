import { mkdtemp, rm } from 'node:fs/promises';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Api } from '../support/api.js';
import { until } from '../support/app.js';
import { type RunningProcess, runCommand, startProcess } from '../support/processes.js';

interface CaughtMail {
  id: string;
  to: string;
  subject: string;
}

let env: Record<string, string>;
let running: RunningProcess;
let api: Api;
/** What the command that makes a token printed. */
let made: Awaited<ReturnType<typeof runCommand>>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ruecklauf-trial-'));
  chmodSync(folder, 0o755);
  env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
  running = await startProcess(env);
  made = await runCommand(['token', 'add', '--name', 'trial'], env);
  api = new Api(running.url, made.output.trim());
}, 120_000);

afterAll(async () => {
  await running.stop();
  await rm(env['DATA_DIR'] ?? '', { recursive: true, force: true });
}, 60_000);

const inbox = async (query = ''): Promise<CaughtMail[]> =>
  (await (await fetch(`${running.url}/inbox.json?limit=100${query}`)).json()) as CaughtMail[];

test('it says where to go and prints the first password once', () => {
  expect(running.output()).toContain('/console');
  expect(running.output()).toContain('/inbox');
  expect(running.output()).toMatch(/password\s+\S{20,}/);
});

test('a token is printed and nothing else', () => {
  expect(made).toEqual({ code: 0, output: expect.stringMatching(/^rlk_[\w-]+\n$/), errors: '' });
});

test('the sample survey is there, closing on a 12 November, and its invitation reaches forty inboxes', async () => {
  const { body } = await api.get('/surveys');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ state: 'published', open: true, timeZone: 'Europe/Berlin' });
  expect(body.items[0].closesAt).toMatch(/-11-12T23:59$/);

  const wave = await api.post('/surveys/1/waves', { kind: 'invitation', sendAt: 'now' });
  expect(wave.status).toBe(201);
  await until('forty mails are there', async () => (await inbox()).length === 40, 60);
});

test('after kill -9 it starts again with everything that was there', async () => {
  await running.kill();
  running = await startProcess(env);
  expect(await inbox()).toHaveLength(40);
  expect(running.output()).not.toMatch(/password/);
  const page = await fetch(`${running.url}/console`, { redirect: 'manual' });
  expect(page.status).toBe(303);
}, 120_000);

test('a wrong setting stops the start with one line that names it', async () => {
  const wrong = { PORT: 'abc', SMTP_URL: 'mail.example.org', ROLES: 'web,cook', MAIL_RATE: '-1' };
  await Promise.all(
    Object.entries(wrong).map(async ([name, value]) => {
      const { code, errors } = await runCommand(['migrate'], { ...env, [name]: value });
      expect([name, code, errors]).toEqual([name, 1, expect.stringMatching(/^[^\n]+\n$/)]);
      expect(errors).toContain(name);
    }),
  );
}, 60_000);
