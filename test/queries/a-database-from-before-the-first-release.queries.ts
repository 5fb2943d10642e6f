import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { stepsBeforeFirstRelease } from '../../migrations/before-first-release/steps.js';
import { migrateDown } from '../../src/database/migrate-down.js';
import { migrate } from '../../src/database/schema.js';
import { cloneDatabase, createDatabase, type TestDatabase } from '../support/database.js';
import { earliestSteps, latestSteps, makeEarlierDatabase } from '../support/earlier-database.js';
import { dumpSchema } from '../support/schema-dump.js';

let fresh: TestDatabase;
let earlier: TestDatabase;

beforeEach(async () => {
  [fresh, earlier] = await Promise.all([cloneDatabase(), createDatabase()]);
});

afterEach(async () => {
  await Promise.all([fresh.drop(), earlier.drop()]);
});

type Row = Record<string, unknown>;

/** Tables and columns that have another name since then. */
const newTables: Record<string, string> = { emptyings: 'list_erasures' };
const newColumns: Record<string, string> = {
  most_reminders: 'max_reminders',
  picked_over: 'fully_claimed',
  looked_at: 'joiners_checked_at',
  paced_by: 'throttled_by',
};

/** All rows of all tables, in a fixed order. */
async function contents(): Promise<Record<string, Row[]>> {
  const client = new pg.Client({ connectionString: earlier.url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' ORDER BY 1`,
  );
  const all: Record<string, Row[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM ${name} t ORDER BY to_jsonb(t)::text`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  await client.end();
  return all;
}

/** The same rows, with the tables and columns that there were before. */
function asBefore(after: Record<string, Row[]>, before: Record<string, Row[]>): Record<string, Row[]> {
  const columns = (table: string) => Object.keys(before[table]?.[0] ?? {});
  return Object.fromEntries(
    Object.keys(before).map((table) => [
      table,
      (after[newTables[table] ?? table] ?? []).map((row) =>
        Object.fromEntries(columns(table).map((name) => [name, row[newColumns[name] ?? name]])),
      ),
    ]),
  );
}

describe.each([earliestSteps, latestSteps])('a database of a build with %i steps', (count) => {
  test('gets the schema of a fresh one and keeps every value in every table', async () => {
    await makeEarlierDatabase(earlier.url, count);
    const before = await contents();
    expect(Object.keys(before).filter((table) => before[table]?.length === 0)).toEqual([]);

    const done = await migrate(earlier.url);
    expect(done).toHaveLength(stepsBeforeFirstRelease.length - count + 4);
    expect(await migrate(earlier.url)).toEqual([]);
    const after = await contents();
    expect(asBefore(after, before)).toEqual(before);
    if (count === latestSteps) expect(Object.keys(after)).toHaveLength(Object.keys(before).length);
    expect(await dumpSchema(earlier.url, [])).toBe(await dumpSchema(fresh.url, []));
  });

  test('goes back to the build it came from, and over again, without loss', async () => {
    await makeEarlierDatabase(earlier.url, count);
    await migrate(earlier.url);
    const before = await contents();
    // Without a word that it may lose anything.
    expect(await migrateDown(earlier.url, 4, false)).toEqual([
      'RemoveDraftWaves1795600000000',
      'PlainNames1795590000000',
      'RemoveClaimedState1795510000000',
      'SchemaOfFirstRelease1795500000000',
    ]);
    expect(await dumpSchema(earlier.url, [])).not.toContain('plan_thank_yous');
    expect(await migrate(earlier.url)).toHaveLength(4);
    expect(await contents()).toEqual(before);
    expect(await dumpSchema(earlier.url, [])).toBe(await dumpSchema(fresh.url, []));

    // Behind the first release the old steps can still be taken back, one by one.
    expect(await migrateDown(earlier.url, 4, true)).toHaveLength(4);
    expect(await migrate(earlier.url)).toHaveLength(4);
    expect(await dumpSchema(earlier.url, [])).toBe(await dumpSchema(fresh.url, []));
  });
});
