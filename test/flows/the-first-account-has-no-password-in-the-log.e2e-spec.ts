import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
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
}, 120_000);

test('then no further link makes another one, and accounts that are added get links of their own', async () => {
  const [again, added] = await Promise.all([
    runCommand(['staff', 'setup-link'], env),
    runCommand(['staff', 'add', '--email', 'bert@netzwerk.test'], env),
  ]);
  expect([again.code, again.errors]).toEqual([1, expect.stringMatching(/^There are accounts already/)]);
  expect(added.output).toMatch(/^bert@netzwerk\.test chooses .*\nhttp:\S+\/console\/password\/\S+\n$/);
}, 120_000);

test('what was done on the command line is recorded as such', async () => {
  const client = new pg.Client({ connectionString: clone.url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT action, subject FROM audit_entries WHERE actor = 'cli' ORDER BY id",
  );
  await client.end();
  expect(rows).toEqual([
    { action: 'staff.make_link', subject: 'staff:first' },
    { action: 'staff.add', subject: 'staff:2' },
    { action: 'staff.make_link', subject: 'staff:2' },
  ]);
});
