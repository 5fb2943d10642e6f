import type { PreparedStatements } from '../../database/prepared-statements.js';
import { type Database, rowsOf } from '../../database/rows.js';
import type { Delivery } from '../states/message.entity.js';
import { keepRefusals } from '../planning/refused-addresses.queries.js';

/** What became of one claimed message. */
export interface Settlement {
  id: string;
  /** The round it was claimed with. */
  token: string;
  state: Extract<Delivery, 'accepted' | 'deferred' | 'refused' | 'uncertain' | 'planned'>;
  reason: string | null;
  reply: string | null;
  /** The mail server it was handed to; null where it came to none. */
  server: string | null;
  /** When it may be tried again; null where it is settled for good. */
  nextAttemptAt: Date | null;
}

/** What an uncertain outcome of a message `m` is entered as: staff may have said beforehand that it counts as sent. */
const UNCERTAIN = `(SELECT CASE v.uncertain_policy WHEN 'accepted' THEN 'accepted' ELSE 'uncertain' END
  FROM surveys v WHERE v.id = m.survey_id)`;

/**
 * Records messages by the token of their claim. A message swept to `uncertain` meanwhile still belongs to
 * its token: late knowledge is knowledge. What was never under way is not counted as an attempt. A round
 * goes when nothing of it is under way any more. What was refused because of the person is kept by address.
 * A round is locked before its messages, here as where its lease expires: in the other order the two deadlock.
 *
 * Part of a statement: seven values from placeholder `first` on, see `settledValues`.
 */
export function settledCte(first: number, now: string): string {
  const [ids, tokens, states, reasons, replies, servers, nextAttempts] = [0, 1, 2, 3, 4, 5, 6].map(
    (i) => `$${first + i}`,
  );
  return `held AS MATERIALIZED (
       SELECT token FROM rounds WHERE token = ANY(${tokens}::uuid[]) ORDER BY token FOR UPDATE
     ), settled AS (
       UPDATE messages m SET
         state = CASE WHEN o.state = 'uncertain' THEN ${UNCERTAIN} ELSE o.state END, reason = o.reason, reply = coalesce(o.reply, m.reply), server = coalesce(o.server, m.server),
         next_attempt_at = o.next_attempt_at,
         attempts = m.attempts - CASE WHEN o.state = 'planned' THEN 1 ELSE 0 END, claim_token = NULL,
         settled_at = CASE WHEN o.state IN ('planned', 'deferred') THEN NULL ELSE ${now}::timestamptz END
       FROM unnest(${ids}::bigint[], ${tokens}::uuid[], ${states}::text[], ${reasons}::text[], ${replies}::text[],
         ${servers}::text[], ${nextAttempts}::timestamptz[])
         AS o (id, token, state, reason, reply, server, next_attempt_at)
       WHERE m.id = o.id AND m.claim_token = o.token AND m.state IN ('handing_over', 'uncertain')
         AND (SELECT count(*) FROM held) >= 0
       RETURNING m.participant_id, m.state, m.reason
     ), ${keepRefusals('settled', now)}, shrunk AS (
       UPDATE rounds SET messages = ARRAY(SELECT unnest(messages) EXCEPT ALL SELECT unnest(${ids}::bigint[]))
       WHERE token = ANY(${tokens}::uuid[]) AND NOT messages <@ ${ids}::bigint[]
     ), over AS (
       DELETE FROM rounds WHERE token = ANY(${tokens}::uuid[]) AND messages <@ ${ids}::bigint[]
     )`;
}

/** The values for `settledCte`; of no settlements it makes nothing. */
export function settledValues(settlements: readonly Settlement[]): unknown[] {
  return [
    settlements.map((s) => s.id),
    settlements.map((s) => s.token),
    settlements.map((s) => s.state),
    settlements.map((s) => s.reason),
    settlements.map((s) => s.reply),
    settlements.map((s) => s.server),
    settlements.map((s) => s.nextAttemptAt),
  ];
}

/**
 * Records messages that no claim follows.
 *
 * It does not wait for the disk: the next claim does, and takes everything before it along. Should
 * Postgres crash in between, they count as interrupted, no more than the connections could hold.
 */
export async function settle(
  statements: PreparedStatements,
  settlements: readonly Settlement[],
  now: Date,
): Promise<void> {
  await statements.rows(
    'settle',
    `WITH unhurried AS MATERIALIZED (
       SELECT set_config('synchronous_commit', 'off', true)
     ), ${settledCte(2, '$1')}
     SELECT FROM unhurried`,
    [now, ...settledValues(settlements)],
  );
}

/** Rounds that are still under way say so. */
export async function extendLeases(
  database: Database,
  tokens: readonly string[],
  leaseUntil: Date,
): Promise<void> {
  await rowsOf(
    database,
    `UPDATE rounds SET lease_until = $2 WHERE token IN (
       SELECT token FROM rounds WHERE token = ANY($1::uuid[]) AND lease_until < $2 FOR UPDATE SKIP LOCKED)`,
    [tokens, leaseUntil],
  );
}

/**
 * Finds the rounds a dead worker left behind. Their messages may have been handed over: they are
 * `uncertain` and stay so until a late reply, staff, the person's link or a log of the mail server decides (P1).
 */
export async function releaseExpiredRounds(database: Database, now: Date): Promise<void> {
  await rowsOf(
    database,
    `WITH expired AS (
       DELETE FROM rounds WHERE token IN (
         SELECT token FROM rounds WHERE lease_until < $1 FOR UPDATE SKIP LOCKED) RETURNING *
     )
     UPDATE messages m SET state = ${UNCERTAIN}, reason = 'interrupted', settled_at = $1
     FROM expired e WHERE m.id = ANY(e.messages) AND m.claim_token = e.token AND m.state = 'handing_over'`,
    [now],
  );
}

/**
 * Skips everyone to whom a cancelled wave has not written. What is under way at that moment and comes back
 * unsent is found by the sweep. Nothing is waited for: a row that is locked has its turn next time.
 *
 * @param wave only this one; null looks at all
 */
export async function closeCancelled(
  database: Database,
  now: Date,
  wave: string | null = null,
): Promise<void> {
  const comesAgain = 'o.next_attempt_at IS NOT NULL';
  const untouched = "NOT w.fully_claimed AND o.state = 'planned' AND o.next_attempt_at IS NULL";
  for (const which of [comesAgain, untouched]) {
    await rowsOf(
      database,
      `UPDATE messages m SET state = 'skipped', reason = 'cancelled', next_attempt_at = NULL, throttled_by = NULL, settled_at = $1
       FROM (
         SELECT o.id FROM waves w JOIN messages o ON o.wave_id = w.id
         WHERE w.state = 'cancelled' AND ($2::bigint IS NULL OR w.id = $2) AND ${which}
         FOR NO KEY UPDATE OF o SKIP LOCKED
       ) AS open WHERE m.id = open.id`,
      [now, wave],
    );
  }
  await rowsOf(
    database,
    `UPDATE waves w SET fully_claimed = true WHERE w.state = 'cancelled' AND NOT w.fully_claimed
       AND ($1::bigint IS NULL OR w.id = $1) AND NOT EXISTS (${UNTOUCHED})`,
    [wave],
  );
}

/** Messages of a wave `w` that no claim has touched yet. */
const UNTOUCHED = `SELECT FROM messages m WHERE m.wave_id = w.id AND m.state = 'planned' AND m.next_attempt_at IS NULL`;

/** Whether nobody's time can come any more in a wave `w`; a rolling one goes on until the survey closes. */
export function nobodyMayJoin(now: string): string {
  return `(NOT w.rolling OR EXISTS (SELECT FROM surveys v WHERE v.id = w.survey_id AND v.closes_at <= ${now}))`;
}

/** A wave that was finished too early, by a settlement that came late, goes on (P2). */
export async function reopenUnfinished(database: Database): Promise<void> {
  await rowsOf(
    database,
    `UPDATE waves w SET state = 'sending', finished_at = NULL WHERE w.state = 'finished' AND EXISTS (
       SELECT FROM messages m WHERE m.wave_id = w.id AND m.next_attempt_at IS NOT NULL)`,
  );
}

/**
 * Anyone who uses their link has got one of the mails it is in: the earliest uncertain one is taken as sent.
 * Not in anonymous surveys, where the ledger of invitations would then tell that they did.
 */
export async function settleByUse(database: Database, participant: string): Promise<void> {
  await rowsOf(
    database,
    `UPDATE messages SET state = 'accepted', reason = 'link_used', claim_token = NULL
     WHERE id = (SELECT min(id) FROM messages
       WHERE participant_id = $1 AND state = 'uncertain' AND kind <> 'thank_you')
       AND NOT EXISTS (SELECT FROM messages
         WHERE participant_id = $1 AND state = 'accepted' AND kind <> 'thank_you')
       AND NOT EXISTS (SELECT FROM participants p JOIN surveys v ON v.id = p.survey_id
         WHERE p.id = $1 AND v.privacy = 'anonymous')`,
    [participant],
  );
}

/**
 * Marks a wave as fully claimed once every one of its messages was claimed at least once; from then on only
 * retries and rounds under way need to be looked at.
 *
 * @returns whether that is so
 */
export async function markFullyClaimed(database: Database, wave: string): Promise<boolean> {
  const picked = await rowsOf(
    database,
    `UPDATE waves w SET fully_claimed = true
     WHERE w.id = $1 AND w.state = 'sending' AND (w.fully_claimed OR NOT EXISTS (${UNTOUCHED})) RETURNING 1`,
    [wave],
  );
  return picked.length > 0;
}

/**
 * Finishes a wave that has nothing open (P2).
 *
 * @returns whether this call finished it
 */
export async function finishWave(database: Database, wave: string, now: Date): Promise<boolean> {
  await markFullyClaimed(database, wave);
  const finished = await rowsOf(
    database,
    `UPDATE waves w SET state = 'finished', finished_at = $2
     WHERE w.id = $1 AND w.state = 'sending' AND w.fully_claimed AND ${NOTHING_OPEN} AND ${nobodyMayJoin('$2')} RETURNING 1`,
    [wave, now],
  );
  return finished.length > 0;
}

/** Nothing of a wave `w` that is fully claimed is to be tried again or under way. */
export const NOTHING_OPEN = `NOT EXISTS (SELECT FROM messages m WHERE m.wave_id = w.id AND m.next_attempt_at IS NOT NULL)
  AND NOT EXISTS (SELECT FROM rounds r JOIN messages m ON m.id = ANY(r.messages) WHERE m.wave_id = w.id)`;
