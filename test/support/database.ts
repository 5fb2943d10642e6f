import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { refuseUnknownSteps } from './known-steps.js';

/** A database of its own. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * Cloned from the migrated template in about a tenth of a second. It refuses what the tables of steps do not have:
 * every test that sends or publishes anything holds the product against them.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const template = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const clone = await copyDatabase(template.href);
  await refuseUnknownSteps(clone.url);
  return clone;
}

/** A database without any tables. */
export async function createDatabase(): Promise<TestDatabase> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = '/template0';
  return copyDatabase(url.href);
}

/** A copy of a database that nobody is connected to, as a dump restored into another one is. */
export async function copyDatabase(of: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${new URL(of).pathname.slice(1)}`);
  const url = new URL(of);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function asAdmin(statement: string): Promise<void> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    // Two workers cloning at once would find the template in use.
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
