import { type Database, rowOf, rowsOf } from '../database/rows.js';

/** A mail provider with a pace of its own, or everything together (`all`). Rates are mails per second. */
export interface PaceRow {
  name: string;
  /** What staff allow; null: no limit, or for `all` what MAIL_RATE says. */
  rate: number | null;
  /** What may go now; null: no limit. */
  allowed: number | null;
  /** What its own replies have brought it to; null where they have not, or not lately. */
  slowedTo: number | null;
  slowedAt: Date | null;
  /** The reply that slowed it down last. */
  slowedBecause: string | null;
  /** Messages of waves at work that wait for this pace. */
  waiting: number;
  /** Domains that staff have put to this provider. */
  domains: string[];
}

/**
 * Messages of waves at work that stand in a provider's line. Not those of reminders of anonymous surveys: a
 * provider may have a single person, and who waits for a reminder has not answered (P8).
 */
const WAITING = `SELECT m.paced_by AS name, count(*)::int AS waiting FROM waves w JOIN messages m ON m.wave_id = w.id
    JOIN surveys v ON v.id = w.survey_id
  WHERE w.state = 'sending' AND (v.privacy <> 'anonymous' OR w.kind = 'invitation') AND m.paced_by IS NOT NULL AND m.next_attempt_at IS NOT NULL GROUP BY 1`;

/** All paces, `all` first, then those that hold most back. */
export async function allPaces(database: Database, now: Date): Promise<PaceRow[]> {
  return rowsOf<PaceRow>(
    database,
    `SELECT c.name, c.rate, allowed_rate(c, $1) AS allowed, slowed_rate(c, $1) AS "slowedTo",
       CASE WHEN slowed_rate(c, $1) IS NOT NULL THEN c.slowed_at END AS "slowedAt",
       CASE WHEN slowed_rate(c, $1) IS NOT NULL THEN c.slowed_because END AS "slowedBecause",
       coalesce(x.waiting, 0) AS waiting,
       ARRAY(SELECT d.domain FROM mail_domains d WHERE d.provider = c.name AND d.looked_up_at = 'infinity' ORDER BY 1) AS domains
     FROM paces c LEFT JOIN (${WAITING}) x ON x.name = c.name
     ORDER BY c.name <> 'all', coalesce(x.waiting, 0) DESC, c.name`,
    [now],
  );
}

/**
 * What staff allow. Whoever waits for a slower pace goes on at the new one at once.
 *
 * @param rate mails per second over all workers; null takes the limit away
 */
export async function setPace(
  database: Database,
  name: string,
  rate: number | null,
  now: Date,
): Promise<void> {
  await rowsOf(
    database,
    `INSERT INTO paces (name, rate, next_free_at) VALUES ($1, $2::float8, $3)
     ON CONFLICT (name) DO UPDATE SET rate = excluded.rate, next_free_at = excluded.next_free_at`,
    [name, rate, now],
  );
}

/**
 * Forgets providers that have had no limit for a minute and nobody in their line. Whoever came to stand in
 * the line of one that was forgotten at that moment is taken out of it.
 */
export async function forgetPaces(database: Database, now: Date): Promise<void> {
  await rowsOf(
    database,
    `DELETE FROM paces c WHERE c.name <> 'all' AND allowed_rate(c, $1) IS NULL
       AND allowed_rate(c, $1::timestamptz - interval '1 minute') IS NULL AND NOT EXISTS (
       SELECT FROM waves w JOIN messages m ON m.wave_id = w.id
       WHERE w.state NOT IN ('finished', 'cancelled') AND m.paced_by = c.name AND m.next_attempt_at IS NOT NULL)`,
    [now],
  );
  await rowsOf(
    database,
    `UPDATE messages m SET paced_by = NULL FROM waves w
     WHERE w.state NOT IN ('finished', 'cancelled') AND m.wave_id = w.id AND m.paced_by IS NOT NULL
       AND m.next_attempt_at IS NOT NULL AND NOT EXISTS (SELECT FROM paces c WHERE c.name = m.paced_by)`,
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
    `SELECT x.*, line_rate(c, $2) AS rate, greatest(x.next, c.next_free_at) AS "nextAt",
       CASE WHEN slowed_rate(c, $2) IS NOT NULL THEN c.slowed_because END AS because
     FROM (
       SELECT wave_id AS wave, paced_by AS provider, count(*)::int AS waiting, min(next_attempt_at) AS next
       FROM messages WHERE wave_id = ANY($1::bigint[]) AND paced_by IS NOT NULL AND next_attempt_at IS NOT NULL
       GROUP BY 1, 2
     ) AS x JOIN paces c ON c.name = x.provider
     ORDER BY x.waiting / line_rate(c, $2) DESC NULLS LAST`,
    [waves, now],
  );
}

/**
 * When something of a wave that is sending comes up next among what is put off; null where nothing does.
 * Never in the past.
 */
export async function nextTurnAt(database: Database, wave: string, now: Date): Promise<Date | null> {
  const { next } = await rowOf<{ next: Date | null }>(
    database,
    `SELECT CASE WHEN min(at) IS NOT NULL THEN greatest($2::timestamptz, min(at)) END AS next FROM (
       SELECT min(m.next_attempt_at) AS at FROM messages m
       WHERE m.wave_id = $1 AND m.paced_by IS NULL AND m.next_attempt_at IS NOT NULL
       UNION ALL
       SELECT greatest((SELECT min(m.next_attempt_at) FROM messages m
           WHERE m.wave_id = $1 AND m.paced_by = c.name AND m.next_attempt_at IS NOT NULL),
         CASE WHEN line_rate(c, $2) IS NOT NULL THEN c.next_free_at END)
       FROM paces c WHERE c.name <> 'all' AND EXISTS (SELECT FROM messages m
         WHERE m.wave_id = $1 AND m.paced_by = c.name AND m.next_attempt_at IS NOT NULL)
     ) AS turns WHERE EXISTS (SELECT FROM waves w WHERE w.id = $1 AND w.state = 'sending')`,
    [wave, now],
  );
  return next;
}
