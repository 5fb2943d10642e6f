import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { applyFunctions, outdatedFunctions } from './functions.js';
import { migrationsFor, unknownMigrations } from './migrations.js';

/** A pool waits for its connections to come back, and from a database that hangs none does. */
export const CLOSE_MS = 3000;
/** The database does not have the schema this build needs. The message is the one line the operator sees. */
export class WrongSchema extends Error {}

/** The database has not been brought to the schema this build needs. */
export class SchemaIsOld extends WrongSchema {
  constructor(pending: readonly string[]) {
    super(
      `The database schema is older than this version (missing: ${pending.join(', ')}). ` +
        'Run: npm run cli -- migrate',
    );
  }
}

/** A later build has changed the schema; this one would run half broken on it. */
export class SchemaIsNewer extends WrongSchema {
  constructor(unknown: readonly string[]) {
    super(
      `The database schema is newer than this version (unknown: ${unknown.join(', ')}). ` +
        'Start the version that made it, or take it back with that version: npm run cli -- migrate --down ' +
        String(unknown.length),
    );
  }
}

/** The functions in the database are those of another version. */
export class FunctionsDiffer extends WrongSchema {
  constructor(names: readonly string[]) {
    super(
      `The functions in the database are those of another version (${names.join(', ')}). ` +
        'Run: npm run cli -- migrate',
    );
  }
}

/** Of the main pool of a process. */
export const MAX_CONNECTIONS = 20;

export function dataSourceOptions(url: string): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    migrationsTransactionMode: 'each',
    synchronize: false,
    applicationName: 'ruecklauf',
    extra: { max: MAX_CONNECTIONS },
  };
}

/** Creates the database if the server has none of that name. */
export async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/**
 * Brings the product's tables and functions and the queue's tables to the present schema; safe to run twice and
 * at once.
 *
 * @returns names of the migrations that were run
 * @throws SchemaIsNewer
 */
export async function migrate(url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('ruecklauf/migrate'))");
    const before = await migrationsDone(lock);
    const unknown = unknownMigrations(before);
    if (unknown.length > 0) throw new SchemaIsNewer(unknown);
    const done = await runMigrations({ ...dataSourceOptions(url), migrations: migrationsFor(before) });
    await lock.query('BEGIN');
    await applyFunctions(lock);
    await lock.query('COMMIT');
    await runQueueMigrations(lock, 'bullmq');
    return done;
  } finally {
    await lock.end();
  }
}

async function runMigrations(options: DataSourceOptions): Promise<string[]> {
  const dataSource = await new DataSource(options).initialize();
  try {
    const done = await dataSource.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Makes the queue's own tables where they are missing. A restore brings none: the queue is a bell. */
export async function migrateQueue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runQueueMigrations(client, 'bullmq');
  } finally {
    await client.end();
  }
}

/**
 * @param done names of the migrations that have run
 * @throws SchemaIsNewer, SchemaIsOld where they are not those of this build
 */
export function requireSameSchema(done: readonly string[]): void {
  const unknown = unknownMigrations(done);
  if (unknown.length > 0) throw new SchemaIsNewer(unknown);
  const pending = migrationsFor(done)
    .map(({ name }) => name)
    .filter((name) => !done.includes(name));
  if (pending.length > 0) throw new SchemaIsOld(pending);
}

/** @throws SchemaIsNewer, SchemaIsOld, FunctionsDiffer */
export async function requireSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    requireSameSchema(await migrationsDone(client));
    const outdated = await outdatedFunctions(client);
    if (outdated.length > 0) throw new FunctionsDiffer(outdated);
  } finally {
    await client.end();
  }
}

/** Names of the migrations that have run, oldest first. */
async function migrationsDone(client: pg.Client): Promise<string[]> {
  const table = await client.query<{ found: boolean }>(
    "SELECT to_regclass('public.migrations') IS NOT NULL AS found",
  );
  if (!table.rows[0]?.found) return [];
  const done = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp');
  return done.rows.map(({ name }) => name);
}
