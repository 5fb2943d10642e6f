import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import type { CanaryFacts } from './wave-brake.js';

/** The counts of a wave so far. */
export type WaveTally = Omit<CanaryFacts, 'size'> & {
  /** Messages that are not skipped. */
  recipients: number;
  /** The rest may be sent: the canary has passed, or staff want none. */
  passed: boolean;
};

/** Staff may have said that uncertain mails count as sent; the brake still knows them. */
const UNANSWERED = `(m.state = 'uncertain' OR m.state = 'accepted' AND m.reason IN ('no_reply', 'interrupted'))`;

/** Counts the messages of a wave by outcome, in one scan of them. */
export async function tallyOfWave(database: Database, wave: string): Promise<WaveTally> {
  return rowOf<WaveTally>(
    database,
    `SELECT coalesce(bool_or(w.ignore_canary OR w.canary_passed_at IS NOT NULL), true) AS passed,
       count(m.id)::int AS recipients,
       (count(*) FILTER (WHERE m.state <> 'planned'))::int AS begun,
       (count(*) FILTER (WHERE m.state = 'handing_over'))::int AS "underWay",
       (count(*) FILTER (WHERE m.state = 'accepted' AND NOT ${UNANSWERED}))::int AS accepted,
       (count(*) FILTER (WHERE m.state = 'refused'))::int AS refused,
       (count(*) FILTER (WHERE ${UNANSWERED} AND m.reason IS DISTINCT FROM 'interrupted'))::int AS uncertain,
       (count(*) FILTER (WHERE ${UNANSWERED} AND m.reason = 'interrupted'))::int AS interrupted,
       (count(*) FILTER (WHERE m.state = 'deferred' AND m.attempts < 2))::int AS "deferredOnce",
       (count(*) FILTER (WHERE m.state = 'deferred' AND m.attempts >= 2))::int AS "deferredTwice"
     FROM waves w LEFT JOIN messages m ON m.wave_id = w.id AND m.state <> 'skipped' WHERE w.id = $1`,
    [wave],
  );
}

/**
 * Counts anew what a canary has begun, under the lock that each of its claims takes. Between two counts it
 * is an upper bound: somebody who is skipped later, or comes back after a run has ended, still counts.
 */
export async function countCanary(tx: Database, wave: string): Promise<void> {
  await rowsOf(tx, 'INSERT INTO canaries (wave_id, begun) SELECT $1, 0 ON CONFLICT (wave_id) DO NOTHING', [
    wave,
  ]);
  await rowsOf(tx, 'SELECT FROM canaries WHERE wave_id = $1 FOR UPDATE', [wave]);
  await rowsOf(
    tx,
    `UPDATE canaries SET begun = (SELECT count(*) FROM messages m
       WHERE m.wave_id = $1 AND m.state NOT IN ('planned', 'skipped')) WHERE wave_id = $1`,
    [wave],
  );
}

/** Lets the rest of a wave be sent. @returns whether this call did */
export async function passCanary(database: Database, wave: string, now: Date): Promise<boolean> {
  const passed = await rowsOf(
    database,
    `WITH gone AS (DELETE FROM canaries WHERE wave_id = $1)
     UPDATE waves SET canary_passed_at = $2 WHERE id = $1 AND canary_passed_at IS NULL RETURNING 1`,
    [wave, now],
  );
  return passed.length > 0;
}
