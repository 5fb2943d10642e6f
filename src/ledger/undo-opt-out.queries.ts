import { type Database, rowsOf } from '../database/rows.js';
import type { SkipReason } from './reason-to-skip.js';

/** What people say themselves, and may take back. */
export type OptOutReason = Extract<SkipReason, 'declined' | 'snoozed' | 'unsubscribed'>;

/** One participation, or all those of a subscriber. */
export type PersonKey = { participant: string } | { subscriber: string };

/** When a wave has something to send again. */
export interface DueWave {
  wave: string;
  at: Date;
}

/**
 * Whether a mail to this person is just being handed over. What a person asks for is acknowledged only when
 * no reminder can follow it (P3).
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
 * Skips at once what waits for these people. The claim would do so when their turn comes, but the ledger
 * tells it now, and a claim that began a moment ago finds the message gone: it looks at it again under lock.
 *
 * No two statements wait for each other here: a claim passes over rows that are locked, and whoever comes
 * from here takes the participant before the messages, as a submit does, and these in the order of their ids.
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
 * Plans again what these people missed for a reason they have taken back, as far as its wave still has
 * something to send; a reminder they asked for keeps its time. The claim has the last word as always.
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

/** Whoever puts a mail off does not put off the reminder they ask for. */
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
