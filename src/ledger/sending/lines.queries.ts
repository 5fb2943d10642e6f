import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import { forgetPaces } from '../../pace/paces.queries.js';

/**
 * Messages of running waves that wait for a provider. Not reminders of anonymous surveys: a provider may have
 * a single person, and a waiting reminder would reveal that this person has not answered (P8).
 */
const WAITING = `SELECT m.throttled_by AS name, count(*)::int AS waiting FROM waves w JOIN messages m ON m.wave_id = w.id
    JOIN surveys v ON v.id = w.survey_id
  WHERE w.state = 'sending' AND (v.privacy <> 'anonymous' OR w.kind = 'invitation') AND m.throttled_by IS NOT NULL AND m.next_attempt_at IS NOT NULL GROUP BY 1`;

/** How many mails wait for the pace of each provider that anybody waits for. */
export async function countWaiting(database: Database): Promise<Map<string, number>> {
  const rows = await rowsOf<{ name: string; waiting: number }>(database, WAITING);
  return new Map(rows.map(({ name, waiting }) => [name, waiting]));
}

/** A wave `w` that is not over has a message `m` that may still be sent. */
const OPEN =
  "w.state NOT IN ('finished', 'cancelled') AND m.wave_id = w.id AND m.next_attempt_at IS NOT NULL";

/**
 * Forgets the paces that nobody is in line for. Anyone who came to stand in the line of one that was
 * forgotten at that moment is taken out of it.
 */
export async function forgetEmptyLines(database: Database, now: Date): Promise<void> {
  const needed = `EXISTS (SELECT FROM waves w JOIN messages m ON ${OPEN} WHERE m.throttled_by = c.name)`;
  await forgetPaces(database, now, needed);
  await rowsOf(
    database,
    `UPDATE messages m SET throttled_by = NULL FROM waves w
     WHERE ${OPEN} AND m.throttled_by IS NOT NULL AND NOT EXISTS (SELECT FROM paces c WHERE c.name = m.throttled_by)`,
  );
}

/** Those of a wave that wait for a provider's pace. */
export interface Line {
  wave: string;
  provider: string;
  waiting: number;
  /** Mails per second; null: it has no limit any more. */
  rate: number | null;
  /** When the next of them may go. */
  nextAt: Date;
  because: string | null;
}

/** The lines of waves, the longest wait first. */
export async function linesOf(database: Database, waves: readonly string[], now: Date): Promise<Line[]> {
  return rowsOf<Line>(
    database,
    `SELECT x.wave, x.provider, x.waiting, line_rate(c, $2) AS rate, greatest(x.next, c.next_free_at) AS "nextAt",
       CASE WHEN slowed_rate(c, $2) IS NOT NULL THEN c.slowed_because END AS because
     FROM (
       SELECT wave_id AS wave, throttled_by AS provider, count(*)::int AS waiting, min(next_attempt_at) AS next
       FROM messages WHERE wave_id = ANY($1::bigint[]) AND throttled_by IS NOT NULL AND next_attempt_at IS NOT NULL
       GROUP BY 1, 2
     ) AS x JOIN paces c ON c.name = x.provider
     ORDER BY x.waiting / line_rate(c, $2) DESC NULLS LAST`,
    [waves, now],
  );
}

/** When the next deferred message of a sending wave is due; null if there is none. Never in the past. */
export async function nextTurnAt(database: Database, wave: string, now: Date): Promise<Date | null> {
  const { next } = await rowOf<{ next: Date | null }>(
    database,
    `SELECT CASE WHEN min(at) IS NOT NULL THEN greatest($2::timestamptz, min(at)) END AS next FROM (
       SELECT min(m.next_attempt_at) AS at FROM messages m
       WHERE m.wave_id = $1 AND m.throttled_by IS NULL AND m.next_attempt_at IS NOT NULL
       UNION ALL
       SELECT greatest((SELECT min(m.next_attempt_at) FROM messages m
           WHERE m.wave_id = $1 AND m.throttled_by = c.name AND m.next_attempt_at IS NOT NULL),
         CASE WHEN line_rate(c, $2) IS NOT NULL THEN c.next_free_at END)
       FROM paces c WHERE c.name <> 'all' AND EXISTS (SELECT FROM messages m
         WHERE m.wave_id = $1 AND m.throttled_by = c.name AND m.next_attempt_at IS NOT NULL)
     ) AS turns WHERE EXISTS (SELECT FROM waves w WHERE w.id = $1 AND w.state = 'sending')`,
    [wave, now],
  );
  return next;
}
