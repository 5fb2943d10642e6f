import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { applyFunctions, outdatedFunctions } from '../../src/database/functions.js';
import { requireSchema } from '../../src/database/schema.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

async function apply(): Promise<void> {
  await client.query('BEGIN');
  await applyFunctions(client);
  await client.query('COMMIT');
}

const signatures = async (name: string) =>
  (
    await client.query<{ signature: string }>(
      'SELECT oid::regprocedure::text AS signature FROM pg_proc WHERE proname = $1 ORDER BY 1',
      [name],
    )
  ).rows.map(({ signature }) => signature);

const now = `'(all,2027-11-01Z,5,,,,)'::paces, '2027-11-01Z'`;

test('a function that says something else is replaced, and a start without that is refused', async () => {
  expect(await outdatedFunctions(client)).toEqual([]);
  await client.query(`CREATE OR REPLACE FUNCTION allowed_rate(pace paces, now timestamptz) RETURNS double precision
    LANGUAGE sql IMMUTABLE AS 'SELECT 1.0::float8';
    COMMENT ON FUNCTION allowed_rate IS 'database/functions/allowed_rate.sql of another version'`);
  expect(await outdatedFunctions(client)).toEqual(['allowed_rate']);
  await expect(requireSchema(database.url)).rejects.toThrow(
    'The functions in the database are those of another version (allowed_rate). Run: npm run cli -- migrate',
  );
  await apply();
  const { rows } = await client.query<{ rate: number }>(`SELECT allowed_rate(${now}) AS rate`);
  expect(rows).toEqual([{ rate: 5 }]);
  await expect(requireSchema(database.url)).resolves.toBeUndefined();
});

test.each([
  ['other arguments', 'line_rate(pace paces) RETURNS double precision'],
  ['other names of arguments', 'line_rate(lane paces, at timestamptz) RETURNS double precision'],
  ['another result', 'line_rate(pace paces, now timestamptz) RETURNS integer'],
])('one with %s gives way to the present one', async (_, signature) => {
  await client.query(`DROP FUNCTION line_rate; CREATE FUNCTION ${signature} LANGUAGE sql AS 'SELECT 1'`);
  await apply();
  expect(await signatures('line_rate')).toEqual(['line_rate(paces,timestamp with time zone)']);
  expect(await outdatedFunctions(client)).toEqual([]);
});

test('one whose file is gone is dropped, and what others made stays', async () => {
  await client.query(`CREATE FUNCTION forgotten() RETURNS int LANGUAGE sql AS 'SELECT 1';
    COMMENT ON FUNCTION forgotten IS 'database/functions/forgotten.sql 0123456789abcdef';
    CREATE FUNCTION of_somebody_else() RETURNS int LANGUAGE sql AS 'SELECT 1'`);
  expect(await outdatedFunctions(client)).toEqual(['forgotten']);
  await apply();
  expect(await signatures('forgotten')).toEqual([]);
  expect(await signatures('of_somebody_else')).toHaveLength(1);
});

test('every function can be made as it is: what it names is there', async () => {
  const { rows } = await client.query<{ definition: string }>(
    `SELECT pg_get_functiondef(p.oid) AS definition FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace AND obj_description(p.oid) LIKE 'database/functions/%'`,
  );
  expect(rows.length).toBeGreaterThan(4);
  for (const { definition } of rows) await client.query(definition);
});
