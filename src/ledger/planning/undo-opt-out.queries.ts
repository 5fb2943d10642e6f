import { type Database, rowsOf } from '../../database/rows.js';
import type { SkipReason } from './reason-to-skip.js';

/** Reasons that are opt-outs of the person, which they may undo. */
export type OptOutReason = Extract<SkipReason, 'declined' | 'snoozed' | 'unsubscribed'>;

/** One participant, or all participants of a subscriber. */
export type PersonKey = { participant: string } | { subscriber: string };

/** A wave and when it has something to send again. */
export interface DueWave {
  wave: string;
  at: Date;
}

/**
 * Whether a mail to this person is being handed over. An opt-out is acknowledged only when no reminder can
 * follow it (P3).
 */
export async function isHandOverInProgress(database: Database, person: PersonKey): Promise<boolean> {
  const rows = await rowsOf(
    database,
    `SELECT FROM messages m WHERE ${messagesOfPerson(person)} AND m.state = 'handing_over' AND m.kind <> 'thank_you' LIMIT 1`,
    [idOf(person)],
  );
  return rows.length > 0;
}

/**
 * Marks open messages to these people as skipped right away. The claim would skip them later anyway, but this
 * way the ledger shows it at once, and a claim that has just begun sees it when it rechecks the row under its
 * lock.
 *
 * No deadlock is possible: a claim skips locked rows, and this statement locks the participant before the
 * messages, as a submit does, and the messages in the order of their ids.
 */
export async function skipForOptOut(
  database: Database,
  person: PersonKey,
  reason: OptOutReason,
  now: Date,
): Promise<void> {
  await rowsOf(
    database,
    `UPDATE messages m SET state = 'skipped', reason = $2, next_attempt_at = NULL, throttled_by = NULL, settled_at = $3
     FROM (
       SELECT m.id FROM messages m JOIN waves w ON w.id = m.wave_id
       WHERE ${messagesOfPerson(person)} AND m.state IN ('planned', 'deferred') AND w.state <> 'cancelled' AND ${isAffectedByReason('$2')}
       ORDER BY m.id FOR NO KEY UPDATE OF m
     ) AS open WHERE m.id = open.id`,
    [idOf(person), reason, now],
  );
}

/**
 * Undoes an opt-out: plans the messages again that were skipped for it, if their wave is still sending; a
 * reminder they asked for keeps its time. The claim still decides at the end.
 *
 * @returns the waves to ring
 */
export async function undoOptOut(
  tx: Database,
  person: PersonKey,
  reason: OptOutReason,
  now: Date,
): Promise<DueWave[]> {
  return rowsOf<DueWave>(
    tx,
    `UPDATE messages m SET state = 'planned', reason = NULL, settled_at = NULL, next_attempt_at = missed.at
     FROM (
       SELECT m.id, greatest($3::timestamptz, CASE WHEN w.on_request_of IS NOT NULL THEN p.snoozed_until END) AS at
       FROM messages m JOIN waves w ON w.id = m.wave_id JOIN participants p ON p.id = m.participant_id
       WHERE ${messagesOfPerson(person)} AND m.state = 'skipped' AND m.reason = $2 AND ${isAffectedByReason('$2')}
         AND w.state IN ('planning', 'sending', 'paused', 'held')
       ORDER BY m.id FOR NO KEY UPDATE OF m
     ) AS missed WHERE m.id = missed.id RETURNING m.wave_id AS wave, m.next_attempt_at AS at`,
    [idOf(person), reason, now],
  );
}

/** A snooze does not skip the reminder that was requested with it. */
function isAffectedByReason(reason: string): string {
  return `(${reason}::text <> 'snoozed' OR w.on_request_of IS NULL)`;
}

/** Messages `m` of these people; their id is `$1`. */
function messagesOfPerson(person: PersonKey): string {
  return 'participant' in person
    ? 'm.participant_id = $1'
    : 'm.participant_id IN (SELECT id FROM participants WHERE subscriber_id = $1)';
}

function idOf(person: PersonKey): string {
  return 'participant' in person ? person.participant : person.subscriber;
}
