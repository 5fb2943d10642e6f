import type { DataSource, EntityManager } from 'typeorm';
import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import type { Import, ImportState, RowCounts } from './import.entity.js';
import type { ImportRow, Reject } from './import-rows.rules.js';

/** The present state of an import, with the list it belongs to. */
export type ImportStatus = Omit<Import, 'list'> & { listId: string };

const STATUS = `id, list_id AS "listId", mode, state, row_counts AS rows, web_addresses AS "webAddresses", error,
  created_at AS "createdAt", finished_at AS "finishedAt"`;

export async function importById(database: Database, id: string): Promise<ImportStatus | null> {
  const [found] = await rowsOf<ImportStatus>(database, `SELECT ${STATUS} FROM imports WHERE id = $1`, [id]);
  return found ?? null;
}

/** The next file of a list that waits to be read, in the order they came. */
export async function nextImport(database: Database, listId: string): Promise<ImportStatus | null> {
  const [found] = await rowsOf<ImportStatus>(
    database,
    `SELECT ${STATUS} FROM imports WHERE list_id = $1 AND state IN ('queued', 'running') ORDER BY id LIMIT 1`,
    [listId],
  );
  return found ?? null;
}

/** SQL for the key of the lock that anyone who reads into a list holds until the transaction ends. */
export const listLock = (listId: string): string => `hashtextextended('ruecklauf/import/' || ${listId}, 0)`;

/** Reads a stored upload piece by piece. */
export async function* chunksOf(dataSource: DataSource, importId: string): AsyncGenerator<Buffer> {
  let position = -1;
  for (;;) {
    const [chunk] = await rowsOf<{ position: number; bytes: Buffer }>(
      dataSource,
      `SELECT position, bytes FROM import_chunks
       WHERE import_id = $1 AND position > $2 ORDER BY position LIMIT 1`,
      [importId, position],
    );
    if (!chunk) return;
    yield chunk.bytes;
    position = chunk.position;
  }
}

/** What a merge remembers from batch to batch, until its transaction ends. */
export interface Merge {
  listId: string;
  now: Date;
  /** Subscribers of this list with higher ids came with this very file. */
  highestIdBefore: string;
}

/**
 * Two temporary tables: addresses met before that are no new subscribers, and what will change. New
 * subscribers need no such note: they are known by their ids, as nobody else adds to a locked list.
 */
export async function beginMerge(tx: EntityManager, listId: string, now: Date): Promise<Merge> {
  await tx.query('CREATE TEMP TABLE import_met (email_key text PRIMARY KEY) ON COMMIT DROP');
  await tx.query(`CREATE TEMP TABLE import_changes (subscriber_id bigint, name text, salutation text,
    language text, attributes jsonb) ON COMMIT DROP`);
  const { id } = await rowOf<{ id: string }>(tx, 'SELECT coalesce(max(id), 0) AS id FROM subscribers');
  return { listId, now, highestIdBefore: id };
}

export type MergedCounts = Pick<RowCounts, 'new' | 'changed' | 'unchanged' | 'duplicate' | 'suppressed'>;

/**
 * Sorts a batch of rows with distinct addresses and adds the new ones, in one statement. What changes
 * on those who are there is only noted, so that nobody who unsubscribes meanwhile waits for a lock.
 *
 * The lateral joins look each address up by index. Left to itself the planner, who takes the list for as
 * small as it was before, reads all of it again for every batch.
 */
export function mergeBatch(
  tx: EntityManager,
  merge: Merge,
  rows: readonly ImportRow[],
): Promise<MergedCounts> {
  return rowOf<MergedCounts>(
    tx,
    `WITH input AS MATERIALIZED (
       SELECT * FROM json_to_recordset($4) AS i
         (email text, email_key text, name text, salutation text, language text, attributes jsonb)
     ), found AS MATERIALIZED (
       SELECT i.*, s.id AS subscriber_id, s.id > $3 AS came_with_this_file, x.id IS NOT NULL AS suppressed,
         coalesce(i.name, s.name) IS DISTINCT FROM s.name
           OR coalesce(i.salutation, s.salutation) IS DISTINCT FROM s.salutation
           OR coalesce(i.language, s.language) IS DISTINCT FROM s.language
           OR NOT s.attributes @> i.attributes AS differs
       FROM input i
         LEFT JOIN LATERAL (SELECT * FROM subscribers
           WHERE list_id = $1 AND email_key = i.email_key LIMIT 1) s ON true
         LEFT JOIN LATERAL (SELECT id FROM suppressions WHERE email_key = i.email_key LIMIT 1) x ON true
     ), met AS (
       INSERT INTO import_met
       SELECT email_key FROM found WHERE suppressed OR NOT came_with_this_file
       ON CONFLICT DO NOTHING RETURNING email_key
     ), sorted AS MATERIALIZED (
       SELECT f.*, CASE
         WHEN came_with_this_file OR (m.email_key IS NULL AND (suppressed OR subscriber_id IS NOT NULL))
           THEN 'duplicate'
         WHEN suppressed THEN 'suppressed'
         WHEN subscriber_id IS NULL THEN 'new'
         WHEN differs THEN 'changed'
         ELSE 'unchanged' END AS verdict
       FROM found f LEFT JOIN met m USING (email_key)
     ), added AS (
       INSERT INTO subscribers
         (list_id, email, email_key, name, salutation, language, attributes, created_at, updated_at)
       SELECT $1, email, email_key, name, salutation, language, attributes, $2, $2
       FROM sorted WHERE verdict = 'new'
     ), noted AS (
       INSERT INTO import_changes
       SELECT subscriber_id, name, salutation, language, attributes FROM sorted WHERE verdict = 'changed'
     )
     SELECT (count(*) FILTER (WHERE verdict = 'new'))::int AS new,
       (count(*) FILTER (WHERE verdict = 'changed'))::int AS changed,
       (count(*) FILTER (WHERE verdict = 'unchanged'))::int AS unchanged,
       (count(*) FILTER (WHERE verdict = 'duplicate'))::int AS duplicate,
       (count(*) FILTER (WHERE verdict = 'suppressed'))::int AS suppressed
     FROM sorted`,
    [merge.listId, merge.now, merge.highestIdBefore, JSON.stringify(rows)],
  );
}

/** Applies the noted changes. Unsubscribed people stay unsubscribed. */
export async function applyChanges(tx: EntityManager, { now }: Merge): Promise<void> {
  await tx.query('ANALYZE import_changes');
  await tx.query(
    `UPDATE subscribers s SET name = coalesce(c.name, s.name), salutation = coalesce(c.salutation, s.salutation),
       language = coalesce(c.language, s.language), attributes = s.attributes || c.attributes, updated_at = $1
     FROM import_changes c WHERE s.id = c.subscriber_id`,
    [now],
  );
}

/** Stores the result of an import and deletes the uploaded file; a checked file is kept to be applied. */
export async function settleImport(
  tx: EntityManager,
  id: string,
  end: {
    state: ImportState;
    rows: RowCounts;
    webAddresses: number;
    error: string | null;
    rejects: readonly Reject[];
    now: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO import_rejects (import_id, row_number, column_name, value, reason)
     SELECT $1, r.* FROM json_to_recordset($2) AS r (row int, "column" text, value text, reason text)`,
    [id, JSON.stringify(end.rejects)],
  );
  await tx.query(
    `DELETE FROM import_chunks c USING imports i WHERE c.import_id = $1 AND i.id = c.import_id
       AND (i.mode = 'apply' OR $2 <> 'finished')`,
    [id, end.state],
  );
  await tx.query(
    'UPDATE imports SET state = $2, row_counts = $3, error = $4, finished_at = $5, web_addresses = $6 WHERE id = $1',
    [id, end.state, end.rows, end.error, end.now, end.webAddresses],
  );
}

/** Rejected rows in the order of the file. */
export function rejectsOf(
  database: Database,
  importId: string,
  limit: number,
  offset = 0,
): Promise<Reject[]> {
  return rowsOf<Reject>(
    database,
    `SELECT row_number AS row, column_name AS "column", value, reason FROM import_rejects
     WHERE import_id = $1 ORDER BY row_number LIMIT $2 OFFSET $3`,
    [importId, limit, offset],
  );
}
