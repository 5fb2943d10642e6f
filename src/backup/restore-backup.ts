import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { applyFunctions } from '../database/functions.js';
import { dataSourceOptions, migrateQueue } from '../database/schema.js';
import { findGuard, holdSending, knowsSystemIdentifier } from '../safeguards/sending-guard.queries.js';
import { BackupProblem, type End, type Manifest } from './backup-format.js';
import { CopyIn } from './copy-in.js';
import { readBackup } from './read-backup.js';
import {
  dropEverything,
  hasTable,
  migrateBy,
  putForeignKeysOn,
  requireColumns,
  requireEmpty,
  requireKnown,
  takeForeignKeysOff,
} from './restored-schema.js';

export interface Restored {
  madeAt: Date;
  rows: number;
  /** The backup was made with another SECRET_KEY: links in mails that are out do not open. */
  otherSecret: boolean;
}

/**
 * Puts a backup into a database and holds all sending there. All in one transaction: until its end, and wherever
 * it breaks off, everything is as it was.
 *
 * @param replace whether whatever is in the database may go
 * @throws BackupProblem where the database is not empty, or the file cannot be restored by this version
 */
export async function restoreBackup(
  url: string,
  file: string,
  { replace, secret }: { replace: boolean; secret: string },
): Promise<Restored> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const knowsSystem = await knowsSystemIdentifier(dataSource);
    const { manifest, rows } = await dataSource.transaction(async (tx) => {
      const runner = tx.queryRunner;
      if (!runner) throw new Error('a transaction has no connection');
      await runner.query("SELECT pg_advisory_xact_lock(hashtext('ruecklauf/migrate'))");
      const before = (await hasTable(runner, 'sending_guard')) ? await findGuard(tx) : null;
      if (!replace) await requireEmpty(runner);
      const filled = await fill(runner, file);
      const from = new Date(filled.manifest.madeAt);
      const until = before && before.seenAt > from ? before.seenAt : null;
      await holdSending(tx, 'backup_restored', await findGuard(tx), { from, until }, knowsSystem);
      return filled;
    });
    await migrateQueue(url);
    await dataSource.query('ANALYZE');
    return { madeAt: new Date(manifest.madeAt), rows, otherSecret: manifest.secret !== secret };
  } finally {
    await dataSource.destroy();
  }
}

/** Makes the schema of the backup, fills it, and brings it to that of this version. */
async function fill(runner: QueryRunner, file: string): Promise<{ manifest: Manifest; rows: number }> {
  const copy = new CopyIn((await runner.connect()) as pg.PoolClient);
  const read: { manifest?: Manifest; end?: End } = {};
  let keys: Awaited<ReturnType<typeof takeForeignKeysOff>> = [];
  await readBackup(file, {
    async manifest(manifest) {
      requireKnown(manifest);
      read.manifest = manifest;
      await dropEverything(runner);
      await migrateBy(runner, manifest, 'had');
      await requireColumns(runner, manifest);
      const tables = Object.keys(manifest.tables).map((table) => pg.escapeIdentifier(table));
      keys = await takeForeignKeysOff(runner);
      await runner.query(`TRUNCATE ${tables.join(', ')}`);
    },
    async piece(table, bytes) {
      const columns = read.manifest?.tables[table];
      if (!columns) throw new BackupProblem(`the backup has rows of ${table}, which it does not list`);
      await copy.piece(table, columns, bytes);
    },
    async end(end) {
      await copy.finish();
      read.end = end;
    },
  }).catch((error: unknown) => {
    copy.abort();
    throw error;
  });
  const { manifest, end } = read;
  if (!manifest || !end) throw new BackupProblem(`${file} is not whole`);
  requireAllRows(end, copy.rows);
  for (const { table, column, next } of end.sequences) {
    const values = [pg.escapeIdentifier(table), column, next];
    await runner.query('SELECT setval(pg_get_serial_sequence($1, $2), $3::bigint, false)', values);
  }
  await putForeignKeysOn(runner, keys);
  await migrateBy(runner, manifest, 'missing');
  await applyFunctions(runner);
  return { manifest, rows: Object.values(copy.rows).reduce((sum, count) => sum + count, 0) };
}

function requireAllRows(end: End, found: Readonly<Record<string, number>>): void {
  for (const [table, rows] of Object.entries(end.rows)) {
    const there = found[table] ?? 0;
    if (there !== rows)
      throw new BackupProblem(`the backup should have ${rows} rows of ${table} and has ${there}`);
  }
}
