import { PlainNames1795590000000 } from '../../migrations/1795590000000-plain-names.js';
import { RemoveDraftWaves1795600000000 } from '../../migrations/1795600000000-remove-draft-waves.js';
import type { QueryRunner } from 'typeorm';
import { stepsBeforeFirstRelease } from '../../migrations/before-first-release/steps.js';
import { RemoveClaimedState1795510000000 } from '../../migrations/1795510000000-remove-claimed-state.js';
import { SchemaOfFirstRelease1795500000000 } from '../../migrations/1795500000000-schema-of-first-release.js';

const sinceFirstRelease = [
  SchemaOfFirstRelease1795500000000,
  RemoveClaimedState1795510000000,
  PlainNames1795590000000,
  RemoveDraftWaves1795600000000,
];

/** Every migration this build knows, oldest first. */
export const migrations = [...stepsBeforeFirstRelease, ...sinceFirstRelease];

/**
 * The migrations that make up the schema of one database, oldest first. One that was made before the first release
 * takes the old steps to their end and is then taken over as it is; every other one never sees them.
 *
 * @param done names of the migrations that have run in it, or in the database a backup was made of
 */
export function migrationsFor(done: readonly string[]): typeof migrations {
  const isOld = stepsBeforeFirstRelease.some(({ name }) => done.includes(name));
  return isOld ? migrations : sinceFirstRelease;
}

/** The names among these that this build does not know. */
export function unknownMigrations(done: readonly string[]): string[] {
  return done.filter((name) => !migrations.some((own) => own.name === name));
}

/** Makes the table in which TypeORM notes what has run, as TypeORM does. */
export async function makeMigrationsTable(runner: Pick<QueryRunner, 'query'>): Promise<void> {
  await runner.query(
    'CREATE TABLE IF NOT EXISTS migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL)',
  );
}

/** Notes a migration that has run, as TypeORM does. */
export async function noteMigration(
  runner: Pick<QueryRunner, 'query'>,
  name: string,
  timestamp: number,
): Promise<void> {
  await runner.query('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', [timestamp, name]);
}
