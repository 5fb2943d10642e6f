import { type Database, rowsOf } from '../database/rows.js';

/** The first thing a person does; answers that follow move the participation on. */
export async function markOpened(database: Database, participant: string): Promise<void> {
  await rowsOf(
    database,
    "UPDATE participants SET participation = 'opened' WHERE id = $1 AND participation = 'not_started'",
    [participant],
  );
}

/**
 * Answers are kept: anyone who answers takes part, whatever they said before. Locks the row until the
 * transaction ends.
 *
 * @returns false if the response was submitted meanwhile
 */
export async function markPartial(tx: Database, participant: string): Promise<boolean> {
  const open = await rowsOf(
    tx,
    `UPDATE participants SET participation = 'partial', declined_from = NULL
     WHERE id = $1 AND participation NOT IN ('completed', 'screened_out') RETURNING 1`,
    [participant],
  );
  return open.length > 0;
}

/** What changed answers make of the participation; when it came about stays. */
export async function markChanged(
  tx: Database,
  participant: string,
  to: 'completed' | 'screened_out',
): Promise<void> {
  await rowsOf(tx, 'UPDATE participants SET participation = $2 WHERE id = $1 AND participation <> $2', [
    participant,
    to,
  ]);
}

/** No mail of the survey before this instant; null: no longer put off. */
export async function snooze(tx: Database, participant: string, until: Date | null): Promise<void> {
  await rowsOf(tx, 'UPDATE participants SET snoozed_until = $2 WHERE id = $1', [participant, until]);
}

/** Writes participants as they are, so that nothing tells any more by which transaction: the end of a statement. */
export function writeAnew(chosen: string): string {
  return `UPDATE participants p SET participation = p.participation FROM ${chosen} s WHERE p.id = s.id`;
}

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
