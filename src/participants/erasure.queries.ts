import { type Database, rowsOf } from '../database/rows.js';

/** What stands for a participant in pseudonymous surveys, under every secret that is accepted. */
export type CodesOf = (participant: string) => readonly string[];

/**
 * Erases people with everything that bears them. To be called in one transaction.
 *
 * Foreign keys take most of it along, but none leads to answers that are kept under a code: these are found
 * by the codes, which can only be worked out while the participants are there. Participants are locked first,
 * as whoever keeps or submits answers holds that lock: what is just being written is seen here, and what comes
 * later finds nobody. Nobody is newly taken into a survey while the subscriber is locked.
 *
 * @returns those there were
 */
export async function eraseSubscribers(
  tx: Database,
  subscribers: readonly string[],
  codesOf: CodesOf,
): Promise<string[]> {
  const found = await rowsOf<{ id: string }>(
    tx,
    'SELECT id FROM subscribers WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE',
    [subscribers],
  );
  const ids = found.map(({ id }) => id);
  const participants = await rowsOf<{ id: string; isCoded: boolean }>(
    tx,
    `SELECT p.id, v.privacy = 'pseudonymous' AS "isCoded"
     FROM participants p JOIN surveys v ON v.id = p.survey_id
     WHERE p.subscriber_id = ANY($1::bigint[]) ORDER BY p.id FOR UPDATE OF p`,
    [ids],
  );
  const codes = participants.filter(({ isCoded }) => isCoded).flatMap(({ id }) => codesOf(id));
  if (codes.length > 0) await rowsOf(tx, 'DELETE FROM saved_answers WHERE code = ANY($1::text[])', [codes]);
  await rowsOf(tx, 'DELETE FROM subscribers WHERE id = ANY($1::bigint[])', [ids]);
  return ids;
}

/** The first people of a list, by id. */
export async function firstSubscribers(tx: Database, list: string, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    'SELECT id FROM subscribers WHERE list_id = $1 ORDER BY id LIMIT $2',
    [list, limit],
  );
  return rows.map(({ id }) => id);
}

/** Forgets the files a list was filled from, of which refused lines are kept; one that is just being taken in goes on. */
export async function forgetImports(tx: Database, list: string): Promise<void> {
  await rowsOf(tx, "DELETE FROM imports WHERE list_id = $1 AND state IN ('finished', 'failed')", [list]);
}
