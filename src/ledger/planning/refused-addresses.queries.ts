import { type Database, rowsOf } from '../../database/rows.js';

/** So often within `SOFT_DAYS`, without a mail taken in between, a mailbox may be full before it is left alone. */
const SOFT_REFUSALS = 3;
const SOFT_DAYS = 30;

/**
 * Whether nothing goes to the address of a subscriber `s` because it has refused a mail: for good where
 * there is no such mailbox (any more), for a while where it was full again and again. Whether there is any
 * such address at all is asked once for a statement.
 */
export function isRefusedBefore(now: string): string {
  return `EXISTS (SELECT FROM refused_addresses)
      AND EXISTS (SELECT FROM refused_addresses r WHERE r.email_key = s.email_key AND r.until > ${now})`;
}

/**
 * Keeps by address what has just been refused because of the person. Part of a statement, as CTEs.
 *
 * @param settled name of the CTE whose rows say of each message `participant_id`, `state` and `reason`
 */
export function keepRefusals(settled: string, now: string): string {
  return `refusing AS (
       SELECT s.email_key, bool_or(d.reason = 'refused') AS hard,
         array_agg(${now}::timestamptz) FILTER (WHERE d.reason = 'refused_soft') AS soft_at
       FROM ${settled} d
       JOIN participants p ON p.id = d.participant_id
       JOIN subscribers s ON s.id = p.subscriber_id
       WHERE d.state = 'refused' AND d.reason IN ('refused', 'refused_soft')
       GROUP BY 1
     ), counted AS (
       SELECT f.email_key, f.hard, ARRAY(
         SELECT t FROM unnest(b.soft_at || f.soft_at) AS t
         WHERE t > ${now}::timestamptz - interval '${SOFT_DAYS} days' AND t > coalesce(${lastTaken('f.email_key')}, '-infinity')
         ORDER BY t) AS soft_at
       FROM refusing f LEFT JOIN refused_addresses b ON b.email_key = f.email_key
     ), refused AS (
       INSERT INTO refused_addresses AS r (email_key, until, soft_at)
       SELECT email_key,
         CASE WHEN hard THEN 'infinity'
           ELSE soft_at[cardinality(soft_at) - ${SOFT_REFUSALS - 1}] + interval '${SOFT_DAYS} days' END,
         soft_at
       FROM counted ORDER BY email_key
       ON CONFLICT (email_key) DO UPDATE SET until = greatest(r.until, EXCLUDED.until), soft_at = EXCLUDED.soft_at
     )`;
}

/** When an address last took a mail. */
function lastTaken(key: string): string {
  return `(SELECT max(i.settled_at) FROM subscribers o
    JOIN participants q ON q.subscriber_id = o.id
    JOIN messages i ON i.participant_id = q.id
    WHERE o.email_key = ${key} AND i.state = 'accepted')`;
}

/** A mail has got to this person after all, or staff say that it will: their address is written to again. */
export async function forgetRefusals(database: Database, participant: string): Promise<void> {
  await rowsOf(
    database,
    `DELETE FROM refused_addresses r USING participants p JOIN subscribers s ON s.id = p.subscriber_id
     WHERE p.id = $1 AND r.email_key = s.email_key`,
    [participant],
  );
}

/** Nothing is kept of an address that is on no list once these people are gone. */
export async function forgetAddressesOf(tx: Database, subscribers: readonly string[]): Promise<void> {
  await rowsOf(
    tx,
    `DELETE FROM refused_addresses r USING subscribers s
     WHERE s.id = ANY($1::bigint[]) AND r.email_key = s.email_key AND NOT EXISTS (
       SELECT FROM subscribers o WHERE o.email_key = s.email_key AND o.id <> ALL($1::bigint[]))`,
    [subscribers],
  );
}
