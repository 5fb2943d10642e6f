import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ARestoredDatabaseHolds1795420000000 } from '../../migrations/1795420000000-a-restored-database-holds.js';
import { ALighterLedger1795320000000 } from '../../migrations/1795320000000-a-lighter-ledger.js';
import { BrakesAndPace1795310000000 } from '../../migrations/1795310000000-brakes-and-pace.js';
import { TheCalendarAndThePeople1795330000000 } from '../../migrations/1795330000000-the-calendar-and-the-people.js';
import { AQuestionnaireForEveryone1795340000000 } from '../../migrations/1795340000000-a-questionnaire-for-everyone.js';
import { PeopleByGroup1795471000000 } from '../../migrations/1795471000000-people-by-group.js';
import { AResponseInOneStatement1795350000000 } from '../../migrations/1795350000000-a-response-in-one-statement.js';
import { AnswersAreReleased1795470000000 } from '../../migrations/1795470000000-answers-are-released.js';
import { AListMayBeEmptied1795360000000 } from '../../migrations/1795360000000-a-list-may-be-emptied.js';
import { ResponsesStoredTogether1795380000000 } from '../../migrations/1795380000000-responses-stored-together.js';
import { WhatAFileCouldNotBring1795370000000 } from '../../migrations/1795370000000-what-a-file-could-not-bring.js';
import { TheAuditLogNamesStaffByNumber1795450000000 } from '../../migrations/1795450000000-the-audit-log-names-staff-by-number.js';
import { AccountsCanBeManaged1795450001000 } from '../../migrations/1795450001000-accounts-can-be-managed.js';
import { BreakersByWhatFailed1795410000000 } from '../../migrations/1795410000000-breakers-by-what-failed.js';
import { RefusedAddresses1795400000000 } from '../../migrations/1795400000000-refused-addresses.js';
import { RefusalsJudgedAgain1795400100000 } from '../../migrations/1795400100000-refusals-judged-again.js';
import { NamesThatAreAddresses1795430000000 } from '../../migrations/1795430000000-names-that-are-addresses.js';
import { DepartedParticipants1795480000000 } from '../../migrations/1795480000000-departed-participants.js';
import { FirstSchema1795300000000 } from '../../migrations/1795300000000-first-schema.js';
import { RequestsAreCountedTogether1795445000000 } from '../../migrations/1795445000000-requests-are-counted-together.js';

/** Every migration of this build, oldest first. */
export const migrations = [
  FirstSchema1795300000000,
  BrakesAndPace1795310000000,
  ALighterLedger1795320000000,
  TheCalendarAndThePeople1795330000000,
  AQuestionnaireForEveryone1795340000000,
  AResponseInOneStatement1795350000000,
  AListMayBeEmptied1795360000000,
  WhatAFileCouldNotBring1795370000000,
  ResponsesStoredTogether1795380000000,
  TheAuditLogNamesStaffByNumber1795450000000,
  AccountsCanBeManaged1795450001000,
  BreakersByWhatFailed1795410000000,
  RefusedAddresses1795400000000,
  RefusalsJudgedAgain1795400100000,
  RequestsAreCountedTogether1795445000000,
  NamesThatAreAddresses1795430000000,
  ARestoredDatabaseHolds1795420000000,
  AnswersAreReleased1795470000000,
  PeopleByGroup1795471000000,
  DepartedParticipants1795480000000,
];

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

/** Of the main pool of a process. */
export const MAX_CONNECTIONS = 20;

export function dataSourceOptions(url: string): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    migrations,
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
 * Brings the product's tables and the queue's to the present schema; safe to run twice and at once.
 *
 * @throws SchemaIsNewer
 */
export async function migrate(url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  const dataSource = new DataSource(dataSourceOptions(url));
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('ruecklauf/migrate'))");
    const unknown = (await migrationsDone(lock)).filter(
      (done) => !migrations.some(({ name }) => name === done),
    );
    if (unknown.length > 0) throw new SchemaIsNewer(unknown);
    await dataSource.initialize();
    const done = await dataSource.runMigrations();
    await runQueueMigrations(lock, 'bullmq');
    return done.map((migration) => migration.name);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await lock.end();
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
  const own = migrations.map(({ name }) => name);
  const unknown = done.filter((name) => !own.includes(name));
  if (unknown.length > 0) throw new SchemaIsNewer(unknown);
  const pending = own.filter((name) => !done.includes(name));
  if (pending.length > 0) throw new SchemaIsOld(pending);
}

/** @throws SchemaIsNewer, SchemaIsOld */
export async function requireSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    requireSameSchema(await migrationsDone(client));
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
