import { type Database, rowsOf } from '../database/rows.js';

/** A mail provider with a pace of its own, or everything together (`all`). Rates are mails per second. */
export interface PaceRow {
  name: string;
  /** What staff allow; null: no limit, or for `all` what MAIL_RATE says. */
  rate: number | null;
  /** What may go now; null: no limit. */
  allowed: number | null;
  /** The rate that its replies have slowed it down to; null if they have not, or not lately. */
  slowedTo: number | null;
  slowedAt: Date | null;
  /** The reply that slowed it down last. */
  slowedBecause: string | null;
  /** Messages of waves at work that wait for this pace. */
  waiting: number;
  /** Domains that staff have put to this provider. */
  domains: string[];
}

/** All paces by name, `all` among them. */
export async function allPaces(database: Database, now: Date): Promise<Omit<PaceRow, 'waiting'>[]> {
  return rowsOf(
    database,
    `SELECT c.name, c.rate, allowed_rate(c, $1) AS allowed, slowed_rate(c, $1) AS "slowedTo",
       CASE WHEN slowed_rate(c, $1) IS NOT NULL THEN c.slowed_at END AS "slowedAt",
       CASE WHEN slowed_rate(c, $1) IS NOT NULL THEN c.slowed_because END AS "slowedBecause",
       ARRAY(SELECT d.domain FROM mail_domains d WHERE d.provider = c.name AND d.looked_up_at = 'infinity' ORDER BY 1) AS domains
     FROM paces c ORDER BY c.name`,
    [now],
  );
}

/**
 * What staff allow. Anyone who waits for a slower pace goes on at the new one at once.
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
 * Forgets providers that have had no limit for a minute.
 *
 * @param needed SQL that says of a pace `c` whether somebody still waits for it
 */
export async function forgetPaces(database: Database, now: Date, needed: string): Promise<void> {
  await rowsOf(
    database,
    `DELETE FROM paces c WHERE c.name <> 'all' AND allowed_rate(c, $1) IS NULL
       AND allowed_rate(c, $1::timestamptz - interval '1 minute') IS NULL AND NOT ${needed}`,
    [now],
  );
}

/**
 * Takes the time that mails need from the paces they were claimed by: a step `spent` of a claim's statement.
 *
 * @param lanes step with `name` and `rate` of the paces that were locked
 * @param people step with the `lane` of everybody who was claimed; `line` 1 are those that waited for a pace
 * @param now placeholder of the present moment
 */
export function paceSpent(lanes: string, people: string, now: string): string {
  return `spent AS (
       UPDATE paces c SET next_free_at = greatest(c.next_free_at, ${now}) + make_interval(secs => n.taken / l.rate)
       FROM ${lanes} l JOIN (SELECT lane, count(*) AS taken FROM ${people} WHERE line = 1 GROUP BY 1) n ON n.lane = l.name
       WHERE c.name = l.name AND l.rate IS NOT NULL
     )`;
}
