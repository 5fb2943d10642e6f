import { type Database, rowsOf } from '../database/rows.js';

/**
 * Deletes people from their lists; foreign keys delete what belongs to them. The caller has locked them and
 * seen to everything that no key leads to.
 *
 * @returns their addresses, in lower case and as they are compared
 */
export async function eraseSubscribers(
  tx: Database,
  subscribers: readonly string[],
): Promise<{ address: string; key: string }[]> {
  return rowsOf<{ address: string; key: string }>(
    tx,
    'DELETE FROM subscribers WHERE id = ANY($1::bigint[]) RETURNING lower(email) AS address, email_key AS key',
    [subscribers],
  );
}

/** Forgets the files a list had been filled from by then, of which refused lines are kept; one that was just being taken in goes on. */
export async function forgetImports(tx: Database, list: string, by: Date): Promise<void> {
  await rowsOf(
    tx,
    "DELETE FROM imports WHERE list_id = $1 AND state IN ('finished', 'failed') AND finished_at <= $2",
    [list, by],
  );
}

/**
 * Deletes files that were checked for a list and wait to be applied; they may contain somebody who was
 * erased. What the check found stays.
 */
export async function forgetCheckedFiles(tx: Database, list: string): Promise<void> {
  await rowsOf(
    tx,
    `DELETE FROM import_chunks c USING imports i
     WHERE c.import_id = i.id AND i.list_id = $1 AND i.mode = 'dry-run' AND i.state = 'finished'`,
    [list],
  );
}
