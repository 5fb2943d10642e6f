import { coded } from '../common/coded-text.js';
import { DomainError } from '../common/errors.js';
import { type Database, rowsOf } from '../database/rows.js';
import type { ListErasure } from './list-erasure.entity.js';

const LIST_ERASURE = `list_id AS "listId", asked_by AS "askedBy", asked_at AS "askedAt", people, up_to AS "upTo",
  erased, position, finished_at AS "finishedAt"`;

/** The latest erasure of a list, if there ever was one. */
export async function listErasureOf(database: Database, list: string): Promise<ListErasure | null> {
  const [found] = await rowsOf<ListErasure>(
    database,
    `SELECT ${LIST_ERASURE} FROM list_erasures WHERE list_id = $1`,
    [list],
  );
  return found ?? null;
}

/**
 * People on a list that is being erased are about to disappear: an import that counts them as known would add
 * fewer people than it reports.
 *
 * @throws DomainError `list.being_emptied`
 */
export async function refuseDuringListErasure(database: Database, list: string): Promise<void> {
  const erasure = await listErasureOf(database, list);
  if (!erasure || erasure.finishedAt !== null) return;
  throw new DomainError('conflict', coded('list.being_emptied'));
}

/**
 * Requests the erasure of everybody who is on a list now. Imports into a list run one after the other, so
 * anyone being imported gets a higher id than all who are there.
 *
 * @returns how many people that is; null if the list is empty or its erasure is already under way
 */
export async function requestListErasure(
  tx: Database,
  list: string,
  askedBy: string,
  now: Date,
): Promise<number | null> {
  const [asked] = await rowsOf<{ people: number }>(
    tx,
    `INSERT INTO list_erasures (list_id, asked_by, asked_at, people, up_to)
     SELECT $1, $2, $3, count(*), max(id) FROM subscribers WHERE list_id = $1 HAVING count(*) > 0
     ON CONFLICT (list_id) DO UPDATE SET asked_by = excluded.asked_by, asked_at = excluded.asked_at,
       people = excluded.people, up_to = excluded.up_to, erased = 0, position = 0, finished_at = NULL
     WHERE list_erasures.finished_at IS NOT NULL
     RETURNING people`,
    [list, askedBy, now],
  );
  return asked?.people ?? null;
}

/**
 * Locks a list erasure that is under way until the transaction ends; null if it is finished or another worker
 * has it.
 */
export async function lockListErasure(tx: Database, list: string): Promise<ListErasure | null> {
  const [taken] = await rowsOf<ListErasure>(
    tx,
    `SELECT ${LIST_ERASURE} FROM list_erasures WHERE list_id = $1 AND finished_at IS NULL FOR UPDATE SKIP LOCKED`,
    [list],
  );
  return taken ?? null;
}

/** Stores the progress of a list erasure, in the transaction that erases. */
export async function noteErased(
  tx: Database,
  list: string,
  { erased, position, finishedAt }: Pick<ListErasure, 'erased' | 'position' | 'finishedAt'>,
): Promise<void> {
  await rowsOf(
    tx,
    'UPDATE list_erasures SET erased = $2, position = $3, finished_at = $4 WHERE list_id = $1',
    [list, erased, position, finishedAt],
  );
}

/** Lists whose erasure was requested before that time and is not finished, whether a worker is at it or not. */
export async function unfinishedListErasures(database: Database, askedBefore: Date): Promise<string[]> {
  const left = await rowsOf<{ list: string }>(
    database,
    'SELECT list_id AS list FROM list_erasures WHERE finished_at IS NULL AND asked_at <= $1',
    [askedBefore],
  );
  return left.map(({ list }) => list);
}
