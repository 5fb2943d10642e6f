import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Api } from '../support/api.js';
import { addToken } from '../support/api-token.js';
import { until } from '../support/app.js';
import { onePage } from '../support/campaign.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { MailServer } from '../support/mail-server.js';
import { freePort, type RunningProcess, startProcess } from '../support/processes.js';

/** A larger wave can be asked for; then the times are printed. */
const asked = process.env['QUEUE_TEST_PEOPLE'];
const PEOPLE = Number(asked ?? 3000);

// FLUSHALL empties the whole server, so this Redis is nobody else's.
const withRedis = process.env['TEST_REDIS_URL'] ? describe : describe.skip;

withRedis(`a wave of ${PEOPLE} whose queue vanishes; two processes with all roles`, () => {
  let server: ChildProcess;
  let redis: Redis;
  let redisUrl: string;
  let database: TestDatabase;
  let client: pg.Client;
  let mail: MailServer;
  let running: RunningProcess[];
  let api: Api;
  let undisturbedMs: number;

  beforeAll(async () => {
    const port = await freePort();
    const settings = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', ...settings], {
      stdio: 'ignore',
    });
    redisUrl = `redis://127.0.0.1:${port}`;
    redis = new Redis(redisUrl);
    redis.on('error', () => undefined);
    await redis.ping();

    database = await cloneDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    mail = await MailServer.start();
    mail.delayMs = 20;
    const env = {
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl,
      SMTP_URL: mail.url,
      SECRET_KEY: 'a secret that is long enough for tests',
    };
    // Two of everything, two schedulers among them.
    running = await Promise.all([startProcess(env), startProcess(env)]);
    api = new Api(running[0]?.url ?? '', await addToken(client));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(running.map((process) => process.stop()));
    await mail.stop();
    await client.end();
    await database.drop();
    redis.disconnect();
    server.kill('SIGKILL');
  }, 60_000);

  beforeEach(() => {
    mail.received.length = 0;
  });

  test('undisturbed, for comparison', async () => {
    const wave = await startWave();
    undisturbedMs = await finished(wave);
    await expectEverybodyOnce(wave);
  }, 240_000);

  test('FLUSHALL in the middle is not even noticed by a person', async () => {
    const wave = await startWave();
    for (const share of [0.2, 0.5, 0.8]) {
      await until(`${share * 100} % are sent`, () => mail.received.length > PEOPLE * share, 120);
      await redis.flushall();
    }
    const took = await finished(wave);
    if (asked)
      console.log(`${PEOPLE} mails: ${undisturbedMs} ms undisturbed, ${took} ms with FLUSHALL three times`);
    await expectEverybodyOnce(wave);
  }, 240_000);

  test('a wave whose only bell was lost before it was due begins all the same', async () => {
    const wave = await startWave(3000);
    await redis.flushall();
    await finished(wave);
    await expectEverybodyOnce(wave);
  }, 240_000);

  test('bells that ring fifty times over send nothing twice', async () => {
    const sendWave = new Queue('send-wave', { connection: redis, prefix: 'ruecklauf' });
    const startWaves = new Queue('start-wave', { connection: redis, prefix: 'ruecklauf' });
    const wave = await startWave();
    for (let i = 0; i < 50; i += 1) {
      await startWaves.add('start-wave', { wave }, { removeOnComplete: true });
      await sendWave.add('send-wave', { wave }, { removeOnComplete: true });
    }
    await finished(wave);
    await expectEverybodyOnce(wave);
    await Promise.all([sendWave.close(), startWaves.close()]);
  }, 240_000);

  async function startWave(inMs = 0): Promise<string> {
    const list = await api.post('/lists', { name: 'Newsletter' });
    await client.query(
      `INSERT INTO subscribers (list_id, email, email_key, name, created_at, updated_at)
       SELECT $1, 'p' || n || '@leser.test', 'p' || n || '@leser.test', 'Person ' || n, now(), now()
       FROM generate_series(1, $2::int) n`,
      [list.body.id, PEOPLE],
    );
    const survey = await api.post('/surveys', {
      title: 'Umfrage',
      languages: ['de'],
      closesAt: '2099-11-12T23:59',
      sendingWindow: null,
      timeZone: 'UTC',
      privacy: 'identified',
      sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
      questionnaire: onePage,
    });
    const id = survey.body.id as string;
    await api.post(`/surveys/${id}/publish`);
    const enrolled = await api.post(`/surveys/${id}/participants`, { listId: list.body.id });
    expect(enrolled.body.enrolled).toBe(PEOPLE);
    const wave = await api.post(`/surveys/${id}/waves`, {
      kind: 'invitation',
      sendAt: inMs === 0 ? 'now' : new Date(Date.now() + 60_000).toISOString().slice(0, 16),
      ignoreWindow: true,
      ignoreCanary: true,
    });
    expect(wave.status).toBe(201);
    // Wall-clock times have minutes; nobody waits a whole one here.
    if (inMs > 0) {
      const due = new Date(Date.now() + inMs);
      await client.query('UPDATE waves SET due_at = $2 WHERE id = $1', [wave.body.id, due]);
    }
    return wave.body.id as string;
  }

  /** Milliseconds from the moment it was due until it was finished, by the ledger. */
  async function finished(wave: string): Promise<number> {
    const state = async () => (await api.get(`/waves/${wave}`)).body.state as string;
    await until('the wave is finished', async () => (await state()) === 'finished', 180);
    const { rows } = await client.query<{ took: number }>(
      'SELECT (extract(epoch FROM finished_at - due_at) * 1000)::int AS took FROM waves WHERE id = $1',
      [wave],
    );
    return rows[0]?.took ?? NaN;
  }

  async function expectEverybodyOnce(wave: string): Promise<void> {
    const { body } = await api.get(`/waves/${wave}`);
    expect(body.counts.accepted).toBe(PEOPLE);
    expect(mail.received).toHaveLength(PEOPLE);
    expect(new Set(mail.received.map(({ to }) => to.join())).size).toBe(PEOPLE);
  }
});
