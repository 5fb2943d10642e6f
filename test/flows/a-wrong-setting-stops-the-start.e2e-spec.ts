import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { failToStart, freePort, startProcess } from '../support/processes.js';

let database: TestDatabase;
let env: Record<string, string>;

beforeAll(async () => {
  database = await cloneDatabase();
  env = {
    DATABASE_URL: database.url,
    SECRET_KEY: 'a secret that is long enough for tests',
    LOG_LEVEL: 'silent',
    SAMPLE: 'off',
  };
});

afterAll(async () => {
  await database.drop();
});

/** What the operator sees: one line, which names the setting. */
async function lineOf(wrong: Record<string, string>): Promise<string> {
  const port = String(await freePort());
  const { code, output, errors } = await failToStart({ ...env, PORT: port, ...wrong });
  expect([code, output]).toEqual([1, '']);
  expect(errors).toMatch(/^[^\n]+\n$/);
  return errors;
}

test('a password that is easy to guess', async () => {
  expect(await lineOf({ ADMIN_PASSWORD: 'Passwort123!' })).toMatch(/^ADMIN_PASSWORD is too easy to guess/);
});

test('an address that is not of this machine', async () => {
  const lines = await Promise.all(['203.0.113.7', 'nowhere.invalid'].map((HOST) => lineOf({ HOST })));
  expect(lines).toEqual([
    expect.stringMatching(/^HOST 203\.0\.113\.7/),
    expect.stringMatching(/^HOST nowhere\.invalid/),
  ]);
});

test('a port that is taken; the first account waits for a start that succeeds', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  expect(await lineOf({ PORT: String(port) })).toMatch(new RegExp(`^PORT ${port} is in use`));
  other.close();

  const running = await startProcess({ ...env, HOST: '127.0.0.1' });
  expect(running.output()).toMatch(/\/console\/set-up\/\S{40,}\n/);
  expect(running.output()).not.toContain('Warning');
  await running.stop();
});

test('an inbox that others can reach is said to be open', async () => {
  const running = await startProcess({ ...env, HOST: '0.0.0.0' });
  expect(running.output()).toMatch(/Warning: .*\/inbox.* SMTP_URL/);
  await running.stop();
});
