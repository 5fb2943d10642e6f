import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { type RunningProcess, runCommand, startProcess } from '../support/processes.js';

const PASSWORD = 'vier Tische am Rhein';
let clone: TestDatabase;
let env: Record<string, string>;
let running: RunningProcess;

beforeAll(async () => {
  clone = await cloneDatabase();
  env = {
    DATABASE_URL: clone.url,
    SECRET_KEY: 'a secret that is long enough for tests',
    PUBLIC_URL: 'http://127.0.0.1:3000',
  };
  running = await startProcess({ ...env, ROLES: 'web', SMTP_URL: 'smtp://127.0.0.1:9' });
}, 120_000);

afterAll(async () => {
  await running.stop();
  await clone.drop();
});

const linkIn = (output: string) =>
  new URL(/^http:\/\/127\.0\.0\.1:3000\/console\/set-up\/\S+$/m.exec(output)?.[0] ?? 'none:').pathname;

const post = (path: string, fields: Record<string, string>) =>
  fetch(running.url + path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

test('the log of a start outside a trial has a link and no password, and the link makes the first account', async () => {
  expect(running.output()).not.toMatch(/password\s+\S{20,}/);
  const path = linkIn(running.output());
  const { output } = await runCommand(['staff', 'setup-link'], env);
  expect((await fetch(running.url + path)).status).toBe(410);
  const newer = linkIn(output);
  expect((await fetch(running.url + newer)).status).toBe(200);
  const fields = { email: 'erste@netzwerk.test', password: PASSWORD, repeat: PASSWORD };
  const made = await post(newer, fields);
  expect([made.status, made.headers.get('location')]).toEqual([303, '/console']);
  expect(made.headers.getSetCookie().join()).toMatch(/session=/);
  expect((await runCommand(['staff', 'setup-link'], env)).errors).toMatch(/^There are accounts already/);
}, 120_000);

test('accounts and tokens are managed from the command line, and the last account stays', async () => {
  const run = (...args: string[]) => runCommand(args, env);
  const added = await run('staff', 'add', '--email', 'bert@netzwerk.test');
  expect(added.output).toMatch(/^bert@netzwerk\.test chooses .*\nhttp:\S+\/console\/password\/\S+\n$/);
  const warned = await run('staff', 'add', '--email', 'clara@netzwerk.test', '--password', PASSWORD);
  expect(warned.errors).toMatch(/^Warning: --password/);
  expect((await run('staff', 'list')).output).toMatch(
    /bert@netzwerk\.test\tinvited[\s\S]*clara@netzwerk\.test\tactive/,
  );
  expect((await run('staff', 'lock', '--email', 'erste@netzwerk.test')).code).toBe(0);
  const last = await run('staff', 'remove', '--email', 'clara@netzwerk.test');
  expect([last.code, last.errors]).toEqual([1, expect.stringContaining('Nobody else can sign in')]);
  expect((await run('staff', 'reset', '--email', 'clara@netzwerk.test')).output).toContain(
    '/console/password/',
  );

  expect((await run('token', 'add', '--name', 'kurz', '--days', '0')).code).toBe(1);
  const token = (await run('token', 'add', '--name', 'kurz', '--days', '7')).output.trim();
  const status = async () =>
    (await fetch(`${running.url}/api/v1/lists`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await status()).toBe(200);
  const [, id = ''] = /^(\d+)\t.*\tcli\t.*\tkurz$/m.exec((await run('token', 'list')).output) ?? [];
  expect((await run('token', 'remove', '--id', id)).output).toBe('kurz is no longer valid\n');
  expect(await status()).toBe(401);
}, 240_000);
