import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { countInPostgres, countInRedis, type ThrottleStore } from '../../src/throttle/throttle-store.js';
import { backends } from '../support/app.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { throttlesOn } from '../support/throttles.js';

const limit = { name: 'knocks', max: 5, seconds: 900 };
const claim = { limit, key: '2001:db8::7' };
let database: TestDatabase;
let pool: pg.Pool;
let stores: ThrottleStore[];
let clock: FixedClock;

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
});

beforeEach(() => {
  stores = [];
  clock = FixedClock.inBerlin('2027-10-18T09:00');
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const statements = (on: pg.Pool) => ({
  rows: async <Row>(_: string, text: string, values: readonly unknown[]) =>
    (await on.query(text, [...values])).rows as Row[],
});

describe.each(backends)('on %s', (backend) => {
  const prefix = `test-${randomBytes(4).toString('hex')}`;

  /** As many processes as wanted, each with a connection of its own. */
  async function processes(count: number) {
    const made = Array.from({ length: count }, () =>
      backend === 'redis'
        ? countInRedis(process.env['TEST_REDIS_URL'] ?? '', prefix, () => undefined)
        : countInPostgres(statements(pool)),
    );
    stores.push(...made);
    // A connection that is not there yet counts by itself.
    if (backend === 'redis') await new Promise((resolve) => setTimeout(resolve, 300));
    return made.map((store) => throttlesOn(clock, store));
  }

  const end = () => {
    for (const store of stores) store.close();
  };

  test('two processes count together, also at the same moment', async () => {
    const [one, other] = (await processes(2)) as [Throttles, Throttles];
    const waits = await Promise.all([one, other, one, other, one].map((each) => each.take([claim])));
    expect(waits).toEqual([0, 0, 0, 0, 0]);
    expect([await one.take([claim]), await other.take([claim])]).toEqual([900, 900]);
    expect(await other.take([{ limit, key: 'another' }])).toBe(0);
    clock.advance(15 * 60_000);
    expect([await one.take([claim]), await other.take([claim])]).toEqual([0, 0]);
    end();
  });

  test('who is held back is not counted again, and what was given back or forgotten is free', async () => {
    const [one] = (await processes(1)) as [Throttles];
    const mine = { limit, key: 'mine' };
    const loose = { limit: { ...limit, name: 'loose', max: 100 }, key: 'mine' };
    for (let i = 0; i < 5; i += 1) expect(await one.take([loose, mine])).toBe(0);
    expect(await one.take([loose, mine])).toBe(900);
    expect(await one.count(loose)).toBe(6);
    await one.giveBack([mine]);
    expect([await one.take([mine]), await one.take([mine])]).toEqual([0, 900]);
    await one.forget(mine);
    expect(await one.take([mine])).toBe(0);
    end();
  });
});

test('while a store is away each process counts in its memory', async () => {
  const gone = { rows: () => Promise.reject(new Error('connection refused')) };
  const redis = countInRedis('redis://127.0.0.1:9', 'test', () => undefined);
  for (const store of [countInPostgres(gone), redis]) {
    const throttles = throttlesOn(clock, store);
    for (let i = 0; i < 5; i += 1) expect(await throttles.take([claim])).toBe(0);
    expect(await throttles.take([claim])).toBe(900);
  }
  redis.close();
});

test('what is counted names nobody, is the same for one day only, and goes with its window', async () => {
  const throttles = throttlesOn(clock, countInPostgres(statements(pool)));
  await pool.query('TRUNCATE throttle_counts');
  const hour = { limit: { name: 'hour', max: 5, seconds: 3600 }, key: '198.51.100.7' };
  await throttles.take([hour]);
  clock.advance(24 * 3_600_000);
  await throttles.take([hour]);
  const { rows } = await pool.query<{ key: string; seconds: number }>(
    'SELECT key, ceil(expire / 1000.0 - extract(epoch FROM now()))::int AS seconds FROM throttle_counts',
  );
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  for (const { key, seconds } of rows) {
    expect(key).toMatch(/^t:[\w-]{22}$/);
    expect(seconds).toBeLessThanOrEqual(3600);
  }
  const [{ kind }] = (
    await pool.query("SELECT relpersistence AS kind FROM pg_class WHERE relname = 'throttle_counts'")
  ).rows as [{ kind: string }];
  expect(kind).toBe('u');
});

type Throttles = ReturnType<typeof throttlesOn>;
