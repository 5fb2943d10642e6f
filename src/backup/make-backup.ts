import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';
import {
  BackupProblem,
  END,
  type End,
  FORMAT,
  FORMAT_VERSION,
  MANIFEST,
  pieceName,
} from './backup-format.js';

const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Writes everything in the database into one file, as it is at one moment, also while it is in use. Holds a few
 * megabytes in memory at most. A backup that is broken off leaves no file.
 *
 * @param secret tells one SECRET_KEY from another, see `Manifest`
 * @returns how many rows
 * @throws BackupProblem where the file is there already, or there is nothing to back up
 */
export async function makeBackup(url: string, file: string, secret: string): Promise<number> {
  if (await stat(file).catch(() => null)) throw new BackupProblem(`${file} is there already`);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const client = new pg.Client({ connectionString: url, application_name: 'ruecklauf-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const rows = await writeTo(partial, (archive) => fill(archive, client, secret));
    await client.query('COMMIT');
    await rename(partial, file);
    return rows;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function writeTo(file: string, work: (archive: Pack) => Promise<number>): Promise<number> {
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(file, { mode: 0o600 }));
  try {
    // Where the disk is full nobody takes the next piece; that must not be waited for.
    const rows = await Promise.race([work(archive), written.then(() => 0)]);
    archive.finalize();
    await written;
    const handle = await open(file, 'r+');
    await handle.sync();
    await handle.close();
    return rows;
  } catch (error) {
    archive.destroy();
    await written.catch(() => undefined);
    throw error;
  }
}

async function fill(archive: Pack, client: pg.Client, secret: string): Promise<number> {
  const migrations = await namesOfMigrations(client);
  const tables = await tablesOf(client);
  const names = Object.keys(tables);
  await client.query(`LOCK TABLE ${names.map(quoted).join(', ')} IN ACCESS SHARE MODE`);
  const {
    rows: [clock],
  } = await client.query<{ now: Date }>('SELECT now()');
  await add(archive, MANIFEST, {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    madeAt: clock?.now.toISOString(),
    migrations,
    tables,
    secret,
  });
  const end: End = { rows: {}, sequences: [] };
  for (const [table, columns] of Object.entries(tables))
    end.rows[table] = await addTable(archive, client, table, columns);
  end.sequences = await sequencesOf(client);
  await add(archive, END, end);
  return Object.values(end.rows).reduce((sum, rows) => sum + rows, 0);
}

async function addTable(
  archive: Pack,
  client: pg.Client,
  table: string,
  columns: readonly string[],
): Promise<number> {
  const rows = client.query(copyTo(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) TO STDOUT`));
  let piece: Buffer[] = [];
  let size = 0;
  let number = 0;
  const flush = async () => {
    if (size > 0) await add(archive, pieceName(table, number++), Buffer.concat(piece));
    piece = [];
    size = 0;
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    piece.push(chunk);
    size += chunk.length;
    if (size >= PIECE_BYTES) await flush();
  }
  await flush();
  return rows.rowCount;
}

/** Comes back when the archive has taken it. */
async function add(archive: Pack, name: string, content: object | Buffer): Promise<void> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
  await new Promise<void>((resolve, reject) => {
    archive.entry({ name, size: bytes.length, mode: 0o600 }, bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function namesOfMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query(
    "SELECT FROM pg_class WHERE oid = to_regclass('public.migrations')",
  );
  if (found.length === 0)
    throw new BackupProblem('there is nothing to back up: the database has no schema yet');
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp');
  return rows.map(({ name }) => name);
}

/** Unlogged tables are not worth keeping; generated columns are generated again. */
async function tablesOf(client: pg.Client): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
       AND c.relname <> 'migrations' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
}

async function sequencesOf(client: pg.Client): Promise<End['sequences']> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.relname AS table, a.attname AS column,
       pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attidentity <> ''`,
  );
  const sequences: End['sequences'] = [];
  for (const { table, column, sequence } of rows) {
    const {
      rows: [at],
    } = await client.query<{ next: string }>(
      `SELECT (last_value + is_called::int)::text AS next FROM ${sequence}`,
    );
    sequences.push({ table, column, next: at?.next ?? '1' });
  }
  return sequences;
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
