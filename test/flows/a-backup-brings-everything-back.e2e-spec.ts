import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeBackup } from '../../src/backup/make-backup.js';
import { restoreBackup } from '../../src/backup/restore-backup.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { runCommand } from '../support/processes.js';

const PEOPLE = 120;
const key = { secret: 'mark' };

let app: TestApp;
let folder: string;
let file: string;
let wave: string;
let other: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruecklauf-backup-'));
  file = join(folder, 'monday.tar.gz');
  other = await cloneDatabase();
  app = await startApp();
  const { surveyId } = await startCampaign(app, { people: PEOPLE });
  app.mail.delayMs = 100;
  wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now', ignoreCanary: true });
  await until('some mails are out', () => app.mail.received.length >= 20);
  await makeBackup(app.databaseUrl, file, key.secret);
  app.mail.delayMs = 0;
  await waveFinished(app, wave);
}, 60_000);

afterAll(async () => {
  await app.close();
  await other.drop();
  await rm(folder, { recursive: true, force: true });
});

const twice = () => app.mail.received.length - new Set(app.mail.received.flatMap(({ to }) => to)).size;

test('a backup is for nobody else to read, and never overwrites another', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(makeBackup(app.databaseUrl, file, key.secret)).rejects.toThrow('is there already');
});

test('a database that is in use is replaced only when that is asked for', async () => {
  await expect(restoreBackup(app.databaseUrl, file, { replace: false, ...key })).rejects.toThrow('not empty');
});

test('a damaged backup, half a one, or another file leaves the database as it was', async () => {
  const whole = await readFile(file);
  const cases: [string, Buffer][] = [
    ...[0.2, 0.4, 0.5, 0.6, 0.8].map((part): [string, Buffer] => [
      `the first ${part * 100} percent`,
      whole.subarray(0, whole.length * part),
    ]),
    ['damaged', Buffer.concat([whole.subarray(0, 900), Buffer.alloc(50, 7), whole.subarray(950)])],
    [
      'garbled',
      Buffer.concat([
        whole.subarray(0, whole.length / 2),
        Buffer.alloc(300, 'x'),
        whole.subarray(whole.length / 2 + 300),
      ]),
    ],
    ['other', Buffer.from('no backup at all')],
    ['empty', Buffer.alloc(0)],
  ];
  for (const [name, bytes] of cases) {
    const broken = join(folder, name);
    await writeFile(broken, bytes);
    await expect(restoreBackup(app.databaseUrl, broken, { replace: true, ...key })).rejects.toThrow(
      /is no backup|is not whole|damaged/,
    );
  }
  await expect(
    restoreBackup(app.databaseUrl, join(folder, 'nowhere'), { replace: true, ...key }),
  ).rejects.toThrow('there is no file');
  const { body } = await app.api.get(`/waves/${wave}`);
  expect(body).toMatchObject({ state: 'finished', counts: { accepted: PEOPLE } });
});

test('restored under running workers in mid-wave, nobody is mailed twice and staff are asked', async () => {
  const done = await restoreBackup(app.databaseUrl, file, { replace: true, ...key });
  expect(done).toMatchObject({ otherSecret: false });
  for (let n = 0; n < 5; n += 1) await app.sweep();
  const { body } = await app.api.get(`/waves/${wave}`);
  expect(body).toMatchObject({ state: 'sending', waitingFor: { what: 'confirmation' }, total: PEOPLE });
  expect(app.mail.received).toHaveLength(PEOPLE);
  expect(twice()).toBe(0);

  // New people can be added: numbers go on behind those that were there.
  const list = await app.api.post('/lists', { name: 'Nach der Sicherung' });
  expect(list.status).toBe(201);
});

test('into an empty database it brings every row, by the command line too', async () => {
  const env = {
    DATABASE_URL: other.url,
    SECRET_KEY: 'a secret that is long enough for tests',
    DATA_DIR: join(folder, 'data'),
  };
  const { code, output, errors } = await runCommand(['restore', file], env);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toContain('All sending is held');
  expect(output).toContain('another SECRET_KEY');

  const again = join(folder, 'again.tar.gz');
  const [copied, held] = await Promise.all([
    runCommand(['backup', again], env),
    runCommand(['sending'], env),
  ]);
  expect(copied.code).toBe(0);
  const rowsIn = (text: string) => /(\d+) rows/.exec(text)?.[1];
  expect(rowsIn(copied.output)).toBe(rowsIn(output));

  expect(held.output).toMatch(/^all sending is held: a backup was restored; what came since .+ is lost/);
  expect((await runCommand(['sending', 'confirm'], env)).output).toMatch(
    /mails to decide about in the console: \d+/,
  );
  expect((await runCommand(['sending', 'confirm-reminders'], env)).output).toBe('nothing is held\n');
  expect((await runCommand(['sending', 'hold'], env)).output).toMatch(/^all sending is held: somebody/);
}, 120_000);
