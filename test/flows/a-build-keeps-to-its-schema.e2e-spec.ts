import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { failToStart, runCommand } from '../support/processes.js';
import { migrateDown } from '../../src/database/migrate-down.js';
import { migrationsFor } from '../../src/database/migrations.js';

const later = 'AStepOfTheNextVersion2795420000000';

let app: TestApp;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'ruecklauf-schema-'));
  env = {
    DATABASE_URL: app.databaseUrl,
    SECRET_KEY: 'a secret that is long enough for tests',
    DATA_DIR: folder,
    PORT: '0',
  };
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const ready = async () => (await fetch(`${app.url}/readyz`)).status;

test('a build does not start on a schema that a later one has made, and a running one is not ready any more', async () => {
  expect(await ready()).toBe(200);
  await app.rows('INSERT INTO migrations (timestamp, name) VALUES (2795420000000, $1)', [later]);
  for (const ended of await Promise.all([failToStart(env), runCommand(['migrate'], env)])) {
    expect(ended.code).toBe(1);
    expect(ended.errors.trim().split('\n')).toHaveLength(1);
    expect(ended.errors).toContain(`newer than this version (unknown: ${later})`);
  }
  expect(await ready()).toBe(503);
  await app.rows('DELETE FROM migrations WHERE name = $1', [later]);
  expect(await ready()).toBe(200);
}, 120_000);

test('steps of the schema are taken back only with a word where that loses anything', async () => {
  // Back to before the first release, which begins with an empty database.
  const first = 'SchemaOfFirstRelease1795500000000';
  const steps = migrationsFor([]).length;
  await app.api.post('/lists', { name: 'Newsletter' });

  const down = (...more: string[]) => runCommand(['migrate', '--down', ...more], env);
  const [asked, wrong, tooMany] = await Promise.all([
    down(String(steps)),
    down('seven'),
    down(String(steps + 7)),
  ]);
  expect(asked.code).toBe(1);
  expect(asked.errors).toMatch(
    /^Nothing was changed: this would lose .*sending_guard with 1 rows.*--yes\.\n$/,
  );
  expect([wrong.code, wrong.errors]).toEqual([
    1,
    expect.stringContaining('--down seven is no number of steps'),
  ]);
  expect(tooMany.errors).toContain(`the database has ${steps} steps, not ${steps + 7}`);
  expect(await ready()).toBe(200);

  await app.rows(
    "UPDATE sending_guard SET held_at = now(), held_because = 'by_hand', reminders_held_at = now()",
  );
  const held = await down(String(steps), '--yes');
  expect(held).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^Nothing was changed: mails are held/),
  });
  expect(await ready()).toBe(200);
  await app.rows('UPDATE sending_guard SET held_at = NULL, reminders_held_at = NULL');

  const done = await down(String(steps), '--yes');
  expect(done).toMatchObject({ code: 0, errors: '' });
  expect(done.output).toMatch(new RegExp(`^taken back: .*${first}`));
  expect(await ready()).toBe(503);

  expect((await runCommand(['migrate'], env)).output).toContain(first);
  expect(await ready()).toBe(200);
  expect(await app.rows('SELECT FROM lists')).toEqual([]);

  expect(await migrateDown(app.databaseUrl, steps, true)).toHaveLength(steps);
  await expect(migrateDown(app.databaseUrl, 7, true)).rejects.toThrow('the database has 0 steps, not 7');
}, 240_000);
