import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Api } from '../support/api.js';
import { addToken } from '../support/api-token.js';
import { until } from '../support/app.js';
import { BreakableWire } from '../support/breakable-wire.js';
import { onePage } from '../support/campaign.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { MailServer } from '../support/mail-server.js';
import { freePort, type RunningProcess, startProcess } from '../support/processes.js';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const withRedis = process.env['TEST_REDIS_URL'] ? test : test.skip;

let database: TestDatabase;
let client: pg.Client;
let mail: MailServer;
let env: Record<string, string>;
let token: string;
let running: RunningProcess[] = [];

beforeAll(async () => {
  mail = await MailServer.start();
  await openDatabase();
}, 60_000);

async function openDatabase() {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  env = {
    DATABASE_URL: database.url,
    SMTP_URL: mail.url,
    SECRET_KEY: 'a secret that is long enough for tests',
    PUBLIC_URL: 'https://umfrage.example.org',
    LOG_LEVEL: 'info',
  };
  token = await addToken(client);
}

async function dropDatabase() {
  await client.end();
  await database.drop();
}

afterEach(async () => {
  await Promise.all(running.map((process) => process.kill()));
  running = [];
});

afterAll(async () => {
  await mail.stop();
  await dropDatabase();
}, 60_000);

/** One process for each set of roles, all started at once. */
async function start(roles: string[], more: Record<string, string> = {}): Promise<RunningProcess[]> {
  const started = await Promise.all(roles.map((ROLES) => startProcess({ ...env, ...more, ROLES })));
  running.push(...started);
  return started;
}

async function end(processes: RunningProcess[]): Promise<(number | NodeJS.Signals)[]> {
  for (const process of processes) process.signal('SIGTERM');
  return Promise.all(processes.map(({ ended }) => ended));
}

/** What is away or hangs is mostly waited for, so two kinds of it are looked at together. */
withRedis(
  'when Redis has gone away or never was there, and when it hangs',
  async () => {
    const [gone, hanging] = await Promise.all([startRedis(), startRedis()]);
    const on = (port: number) => ({ REDIS_URL: `redis://127.0.0.1:${port}` });
    const [met, never, hung] = await Promise.all([
      start(['web', 'worker,scheduler'], on(gone.port)),
      start(['worker'], on(await freePort())),
      start(['web', 'worker,scheduler'], on(hanging.port)),
    ]);
    await gone.kill();
    hanging.server.kill('SIGSTOP');
    expect(await Promise.all([met, never, hung].map(end))).toEqual([[0, 0], [0], [0, 0]]);
    await hanging.kill();
  },
  90_000,
);

test('when the database has gone away, and when it hangs with a request under way', async () => {
  const { hostname, port } = new URL(database.url);
  const [gone, hanging] = await Promise.all([1, 2].map(() => BreakableWire.to(hostname, Number(port))));
  if (!gone || !hanging) throw new Error('no wires');
  const through = ({ port: own }: BreakableWire) => {
    const url = new URL(database.url);
    url.port = String(own);
    return start(['web', 'worker,scheduler'], { DATABASE_URL: url.href });
  };
  const [left, hung] = await Promise.all([through(gone), through(hanging)]);
  await gone.cut();
  hanging.hang();
  const request = new Api(hung[0]?.url ?? '', token).get('/lists').catch((error: unknown) => error);
  expect(await Promise.all([end(left), end(hung)])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  await request;
  await hanging.cut();
}, 90_000);

describe('a worker in the middle of a wave', () => {
  let silent: Server | undefined;

  // What one test leaves unsent would go to the silent server of the next, and open its breaker.
  beforeEach(async () => {
    await dropDatabase();
    await openDatabase();
  }, 60_000);

  afterEach(() => {
    silent?.close();
    silent = undefined;
  });

  test('finishes and settles what is under way, and claims nothing more', async () => {
    mail.received.length = 0;
    mail.delayMs = 1500;
    const [process] = await start(['web,worker']);
    const wave = await startWave(process?.url ?? '', 200);
    await until(
      'some mails are with the server',
      async () => (await states(wave))['handing_over'] === 10,
      30,
    );
    expect(await end([process as RunningProcess])).toEqual([0]);
    const after = await states(wave);
    expect(after['accepted']).toBe(mail.received.length);
    expect(after['planned']).toBe(200 - mail.received.length);
    expect(Object.keys(after).sort()).toEqual(['accepted', 'planned']);
    mail.delayMs = 0;
  }, 90_000);

  test('waits for a mail server that hangs, until a second signal ends it at once', async () => {
    silent = await startSilentServer();
    const [process] = await start(['web,worker'], {
      SMTP_URL: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}?tls=off`,
    });
    const wave = await startWave(process?.url ?? '', 20);
    await until(
      'some mails are under way',
      async () => (await states(wave))['handing_over'] !== undefined,
      30,
    );
    process?.signal('SIGTERM');
    await until('it has heard', () => process?.output().includes('"process.ending"') ?? false);
    process?.signal('SIGTERM');
    expect(await process?.ended).toBe(143);
    expect(process?.output()).toContain('"process.ended-at-once"');
  }, 90_000);

  test('whose mail server never says a word ends by itself', async () => {
    silent = await startSilentServer();
    const [process] = await start(['web,worker'], {
      SMTP_URL: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}?tls=off`,
    });
    const wave = await startWave(process?.url ?? '', 20);
    await until(
      'some mails are under way',
      async () => (await states(wave))['handing_over'] !== undefined,
      30,
    );
    expect(await end([process as RunningProcess])).toEqual([0]);
    expect(await states(wave)).toEqual({ planned: 20 });
  }, 90_000);
});

test('npm start passes the signal on and leaves nobody behind', async () => {
  const { PATH = '', HOME = '' } = process.env;
  const npm = spawn('npm', ['start'], {
    cwd: folder,
    env: { PATH, HOME, ...env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  npm.stdout.on('data', (text: Buffer) => (output += text.toString()));
  try {
    await until('it has started', () => output.includes('"process.started"'), 60);
  } catch (error) {
    // It would run on for ever, with whatever it has started.
    npm.kill('SIGTERM');
    throw error;
  }
  const { pid } = JSON.parse(output.split('\n').find((line) => line.includes('"process.started"')) ?? '') as {
    pid: number;
  };
  const gone = new Promise((resolve) => npm.once('exit', resolve));
  npm.kill('SIGTERM');
  await gone;
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(output).toContain('"process.ended"');
}, 90_000);

test('each line of the log names process, machine and role, and the first one the version', async () => {
  const [worker] = await start(['worker,scheduler']);
  const lines = (worker?.output() ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines[0]).toMatchObject({
    event: 'process.starting',
    version: '0.1.0',
    roles: ['worker', 'scheduler'],
  });
  for (const line of lines) {
    expect(line).toMatchObject({
      pid: expect.any(Number),
      host: expect.any(String),
      role: 'worker,scheduler',
    });
  }
}, 60_000);

async function startRedis(): Promise<{ server: ChildProcess; port: number; kill(): Promise<void> }> {
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
  ];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve) => {
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept')) resolve();
    });
  });
  const gone = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve();
    });
  });
  const kill = () => {
    server.kill('SIGKILL');
    return gone;
  };
  return { server, port, kill };
}

/** Takes connections and says nothing. */
async function startSilentServer(): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    server.once('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function startWave(url: string, people: number): Promise<string> {
  const api = new Api(url, token);
  const list = await api.post('/lists', { name: 'Newsletter' });
  await client.query(
    `INSERT INTO subscribers (list_id, email, email_key, name, created_at, updated_at)
     SELECT $1, 'p' || n || '@leser.test', 'p' || n || '@leser.test', 'Person ' || n, now(), now()
     FROM generate_series(1, $2::int) n`,
    [list.body.id, people],
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
  await api.post(`/surveys/${id}/participants`, { listId: list.body.id });
  const wave = await api.post(`/surveys/${id}/waves`, {
    kind: 'invitation',
    sendAt: 'now',
    ignoreCanary: true,
  });
  expect(wave.status).toBe(201);
  return wave.body.id as string;
}

/** How many messages of a wave are in which state. */
async function states(wave: string): Promise<Record<string, number>> {
  const { rows } = await client.query<{ state: string; count: number }>(
    'SELECT state, count(*)::int AS count FROM messages WHERE wave_id = $1 GROUP BY state',
    [wave],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
