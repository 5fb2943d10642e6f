import type { DataSource } from 'typeorm';
import { type Database, preparedRowsOf, rowsOf } from '../database/rows.js';
import type { Delivery } from './message.entity.js';

/** What became of one claimed message. */
export interface Settlement {
  id: string;
  state: Extract<Delivery, 'accepted' | 'deferred' | 'refused' | 'uncertain' | 'planned'>;
  reason: string | null;
  reply: string | null;
  /** When it may be tried again; null where it is settled for good. */
  nextAttemptAt: Date | null;
}

/**
 * Records a round by its claim token. A message swept to `uncertain` meanwhile still belongs to the
 * token: late knowledge is knowledge. What was never under way is not counted as an attempt.
 *
 * It does not wait for the disk: the next claim does, and takes everything before it along. Should
 * Postgres crash in between, the round counts as interrupted, no more than its connections could hold.
 *
 * @returns how many rows it settled; fewer than given means somebody else had decided
 */
export async function settle(
  dataSource: DataSource,
  token: string,
  settlements: readonly Settlement[],
  now: Date,
): Promise<number> {
  const rows = await preparedRowsOf(
    dataSource,
    'settle',
    `WITH unhurried AS MATERIALIZED (
       SELECT set_config('synchronous_commit', 'off', true)
     ), settled AS (
       UPDATE messages m SET
         state = o.state, reason = o.reason, reply = coalesce(o.reply, m.reply), next_attempt_at = o.next_attempt_at,
         attempts = m.attempts - CASE WHEN o.state = 'planned' THEN 1 ELSE 0 END,
         claim_token = NULL, lease_until = NULL,
         settled_at = CASE WHEN o.state IN ('planned', 'deferred') THEN NULL ELSE $7::timestamptz END
       FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
         AS o (id, state, reason, reply, next_attempt_at), unhurried
       WHERE m.id = o.id AND m.claim_token = $1 AND m.state IN ('handing_over', 'uncertain')
       RETURNING m.participant_id, m.kind, m.state
     ), mailed AS (
       UPDATE participants p SET last_mailed_at = $7
       FROM settled s WHERE p.id = s.participant_id AND s.state = 'accepted' AND s.kind <> 'thank_you'
     )
     SELECT 1 FROM settled`,
    [
      token,
      settlements.map((s) => s.id),
      settlements.map((s) => s.state),
      settlements.map((s) => s.reason),
      settlements.map((s) => s.reply),
      settlements.map((s) => s.nextAttemptAt),
      now,
    ],
  );
  return rows.length;
}

/** A round that is still under way says so. */
export async function extendLeases(database: Database, token: string, leaseUntil: Date): Promise<void> {
  await rowsOf(
    database,
    "UPDATE messages SET lease_until = $2 WHERE claim_token = $1 AND state = 'handing_over' AND lease_until < $2",
    [token, leaseUntil],
  );
}

/**
 * Finds what a dead worker left behind: claims that never came to the hand-over are planned again,
 * those that may have are `uncertain` and stay so until a person or a bounce decides (P1).
 *
 * @returns ids of the waves concerned; null stands for thank-yous
 */
export async function releaseExpiredClaims(database: Database, now: Date): Promise<(string | null)[]> {
  const rows = await rowsOf<{ wave: string | null }>(
    database,
    `UPDATE messages SET
       state = CASE state WHEN 'claimed' THEN 'planned' ELSE 'uncertain' END,
       reason = CASE state WHEN 'claimed' THEN NULL ELSE 'interrupted' END,
       next_attempt_at = CASE state WHEN 'claimed' THEN $1::timestamptz END,
       settled_at = CASE state WHEN 'claimed' THEN NULL ELSE $1::timestamptz END,
       lease_until = NULL
     WHERE state IN ('claimed', 'handing_over') AND lease_until < $1
     RETURNING wave_id AS wave`,
    [now],
  );
  return [...new Set(rows.map((row) => row.wave))];
}

/** What a cancelled wave still had under way and came back unsent goes nowhere any more. */
export async function closeCancelled(database: Database, now: Date): Promise<void> {
  await rowsOf(
    database,
    `UPDATE messages m SET state = 'skipped', reason = 'cancelled', next_attempt_at = NULL, settled_at = $1
     FROM waves w WHERE w.id = m.wave_id AND w.state = 'cancelled' AND m.state IN ('planned', 'deferred')`,
    [now],
  );
}

/** A wave that was finished too early, by a settlement that came late, goes on (P2). */
export async function reopenUnfinished(database: Database): Promise<void> {
  await rowsOf(
    database,
    `UPDATE waves w SET state = 'sending', finished_at = NULL WHERE w.state = 'finished' AND EXISTS (
       SELECT FROM messages m WHERE m.wave_id = w.id AND m.state IN ('planned', 'deferred'))`,
  );
}

/** Whoever uses their link has got one of the mails it stands in: the earliest uncertain one is taken as sent. */
export async function settleByUse(database: Database, participant: string): Promise<void> {
  await rowsOf(
    database,
    `UPDATE messages SET state = 'accepted', reason = 'link_used', claim_token = NULL
     WHERE id = (SELECT min(id) FROM messages
       WHERE participant_id = $1 AND state = 'uncertain' AND kind <> 'thank_you')
       AND NOT EXISTS (SELECT FROM messages
         WHERE participant_id = $1 AND state = 'accepted' AND kind <> 'thank_you')`,
    [participant],
  );
}
