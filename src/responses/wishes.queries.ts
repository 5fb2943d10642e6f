import { type Database, rowsOf } from '../database/rows.js';

/**
 * Not this survey. How far they had come is kept, so that it can be taken back; saved answers stay.
 *
 * @returns false if they had declined before, or answered
 */
export async function decline(tx: Database, participant: string): Promise<boolean> {
  const declined = await rowsOf(
    tx,
    `UPDATE participants SET participation = 'declined', declined_from = participation
     WHERE id = $1 AND participation IN ('not_started', 'opened', 'partial') RETURNING 1`,
    [participant],
  );
  return declined.length > 0;
}

/** Back to where they were. @returns false if they had not declined */
export async function undoDecline(tx: Database, participant: string): Promise<boolean> {
  const undone = await rowsOf(
    tx,
    `UPDATE participants SET participation = coalesce(declined_from, 'not_started'), declined_from = NULL
     WHERE id = $1 AND participation = 'declined' RETURNING 1`,
    [participant],
  );
  return undone.length > 0;
}

/** Keeps claims and other requests away from a person until the transaction ends. */
export async function lockParticipant(tx: Database, participant: string): Promise<void> {
  await rowsOf(tx, 'SELECT FROM participants WHERE id = $1 FOR NO KEY UPDATE', [participant]);
}

/** By what a subscriber is known outside the database; null once they are gone. */
export async function addressOf(
  database: Database,
  subscriber: string,
): Promise<{ emailKey: string; listId: string } | null> {
  const [found] = await rowsOf<{ emailKey: string; listId: string }>(
    database,
    'SELECT email_key AS "emailKey", list_id AS "listId" FROM subscribers WHERE id = $1',
    [subscriber],
  );
  return found ?? null;
}
