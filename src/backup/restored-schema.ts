import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  makeMigrationsTable,
  migrationsFor,
  noteMigration,
  unknownMigrations,
} from '../database/migrations.js';
import { BackupProblem, type Manifest } from './backup-format.js';

/** @throws BackupProblem for a schema that this version does not know */
export function requireKnown({ migrations }: Manifest): void {
  const unknown = unknownMigrations(migrations);
  if (unknown.length > 0)
    throw new BackupProblem(
      `the backup was made by a later version (unknown: ${unknown.join(', ')}); restore it with that one`,
    );
}

/** Tables that hold something wherever somebody has used the product. */
const USED = ['staff_members', 'lists', 'surveys'];

/** @throws BackupProblem where anything would be lost */
export async function requireEmpty(runner: QueryRunner): Promise<void> {
  for (const table of USED) {
    if (!(await hasTable(runner, table))) continue;
    const [row] = (await runner.query(`SELECT 1 FROM ${table} LIMIT 1`)) as unknown[];
    if (row !== undefined)
      throw new BackupProblem(
        'the database is not empty; with --replace everything in it is replaced by the backup',
      );
  }
}

export async function hasTable(runner: QueryRunner, table: string): Promise<boolean> {
  const [row] = (await runner.query('SELECT to_regclass($1) IS NOT NULL AS found', [`public.${table}`])) as {
    found: boolean;
  }[];
  return row?.found === true;
}

/** Everything in the schema `public` that no extension put there. */
export async function dropEverything(runner: QueryRunner): Promise<void> {
  await runner.query(`DO $$
    DECLARE one record;
    BEGIN
      FOR one IN SELECT c.oid::regclass AS name, c.relkind AS kind FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
      LOOP
        IF EXISTS (SELECT FROM pg_class c WHERE c.oid = one.name) THEN
          EXECUTE format('DROP %s %s CASCADE',
            CASE one.kind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, one.name);
        END IF;
      END LOOP;
      FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', one.name);
      END LOOP;
      FOR one IN SELECT t.oid::regtype AS name FROM pg_type t
        WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
      LOOP
        EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', one.name);
      END LOOP;
    END $$`);
}

/** Which of the migrations to run: those the backup's database had had, or all others. */
export type Part = 'had' | 'missing';

/** Runs a part of the migrations within the transaction of the runner, and notes them as TypeORM does. */
export async function migrateBy(
  runner: QueryRunner,
  { migrations: had }: Manifest,
  part: Part,
): Promise<void> {
  await makeMigrationsTable(runner);
  const steps = migrationsFor(had).toSorted((a, b) => timestampOf(a.name) - timestampOf(b.name));
  for (const migration of steps.filter(({ name }) => had.includes(name) === (part === 'had'))) {
    const step: MigrationInterface = new migration();
    await step.up(runner);
    await noteMigration(runner, migration.name, timestampOf(migration.name));
  }
}

/** TypeORM's convention: the last 13 characters of the name are milliseconds. */
function timestampOf(name: string): number {
  return Number(name.slice(-13));
}

/** @throws BackupProblem where a table of the backup is not as its migrations make it */
export async function requireColumns(runner: QueryRunner, { tables }: Manifest): Promise<void> {
  const found = (await runner.query(
    "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'",
  )) as { name: string }[];
  const names = new Set(found.map(({ name }) => name));
  const wanted = Object.entries(tables).flatMap(([table, columns]) => columns.map((c) => `${table}.${c}`));
  const missing = wanted.filter((name) => !names.has(name));
  if (missing.length > 0)
    throw new BackupProblem(`the backup has ${missing.join(', ')}, which this version's schema has not`);
}

/** A foreign key, and how it is made. */
interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** Tables are filled in any order; Postgres checks all rows when the keys come back. */
export async function takeForeignKeysOff(runner: QueryRunner): Promise<ForeignKey[]> {
  const keys = (await runner.query(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  )) as ForeignKey[];
  for (const { table, name } of keys)
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`);
  return keys;
}

export async function putForeignKeysOn(runner: QueryRunner, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`);
}
