import { type EntityManager, In, IsNull } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { type Database, rowsOf } from '../database/rows.js';
import { Wave } from '../ledger/wave.entity.js';

/** All waves of a survey, in the order they are due. */
export async function wavesOf(tx: EntityManager, surveyId: string): Promise<Wave[]> {
  return tx.find(Wave, { where: { surveyId }, order: { dueAt: 'ASC', id: 'ASC' } });
}

/** Those that still wait for their time, the invitation first. */
export async function wavesNotBegun(tx: EntityManager, surveyId: string): Promise<Wave[]> {
  return tx.find(Wave, {
    where: { surveyId, startedAt: IsNull(), state: In(['scheduled', 'paused']) },
    order: { kind: 'ASC', id: 'ASC' },
  });
}

/**
 * A wave that nobody else changes until the transaction is over.
 *
 * @throws NotFound
 */
export async function lockWave(tx: EntityManager, id: string): Promise<Wave> {
  const wave = await tx.findOne(Wave, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!wave) throw new NotFound('wave', id);
  return wave;
}

/** When the survey's first invitation went or goes out; null: none is scheduled. */
export async function invitedAt(database: Database, surveyId: string): Promise<Date | null> {
  const [row] = await rowsOf<{ at: Date | null }>(
    database,
    `SELECT min(coalesce(started_at, due_at)) AS at FROM waves
     WHERE survey_id = $1 AND kind = 'invitation' AND state <> 'cancelled'`,
    [surveyId],
  );
  return row?.at ?? null;
}

/** Whether an invitation is due before an instant and nothing keeps it from going out. */
export async function isInvitedBefore(database: Database, surveyId: string, at: Date): Promise<boolean> {
  const rows = await rowsOf(
    database,
    `SELECT FROM waves WHERE survey_id = $1 AND kind = 'invitation' AND due_at < $2
       AND state IN ('scheduled', 'planning', 'sending', 'paused') LIMIT 1`,
    [surveyId, at],
  );
  return rows.length > 0;
}
