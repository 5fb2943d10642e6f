import type { SendingWindow } from '../../common/sending-window.js';
import { type Database, rowsOf } from '../../database/rows.js';
import { snooze } from '../../participants/participation.queries.js';
import type { Delivery } from '../states/message.entity.js';
import type { DueWave } from './undo-opt-out.queries.js';
import type { WaveState } from '../states/wave.entity.js';

/** What decides whether somebody can be reminded later. */
export interface RequestFacts {
  /** When a reminder they asked for is to come; null where none is. */
  waitsUntil: Date | null;
  isUnsubscribed: boolean;
  isSuppressed: boolean;
  /** When the survey's mails may go out. */
  sendingWindow: SendingWindow | null;
  /** The wave of the mail they got last; null before the first. */
  lastWave: string | null;
  /** That mail was itself a reminder they had asked for. */
  lastWasRequested: boolean;
  /** The wave that holds the reminders asked for in mails of the last one, and their own message there. */
  requestWaveState: WaveState | null;
  requested: Delivery | null;
}

export async function findRequestFacts(database: Database, participant: string): Promise<RequestFacts> {
  const [facts] = await rowsOf<RequestFacts>(
    database,
    `SELECT s.unsubscribed_at IS NOT NULL AS "isUnsubscribed",
       EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key) AS "isSuppressed",
       v.sending_window AS "sendingWindow",
       (SELECT max(m.next_attempt_at) FROM messages m JOIN waves w ON w.id = m.wave_id
         WHERE m.participant_id = p.id AND w.on_request_of IS NOT NULL AND m.state IN ('planned', 'deferred')) AS "waitsUntil",
       last.wave AS "lastWave", coalesce(last.was_requested, false) AS "lastWasRequested",
       r.state AS "requestWaveState", own.state AS requested
     FROM participants p
     JOIN surveys v ON v.id = p.survey_id
     JOIN subscribers s ON s.id = p.subscriber_id
     LEFT JOIN LATERAL (
       SELECT m.wave_id AS wave, w.on_request_of IS NOT NULL AS was_requested
       FROM messages m JOIN waves w ON w.id = m.wave_id
       WHERE m.participant_id = p.id AND m.state IN ('accepted', 'uncertain')
       ORDER BY m.settled_at DESC NULLS LAST, m.id DESC LIMIT 1
     ) last ON true
     LEFT JOIN waves r ON r.on_request_of = last.wave
     LEFT JOIN messages own ON own.wave_id = r.id AND own.participant_id = p.id
     WHERE p.id = $1`,
    [participant],
  );
  if (!facts) throw new Error(`participant ${participant} is gone`);
  return facts;
}

/**
 * Plans the one reminder that somebody asked for in a mail of a wave. It goes out by a wave like every mail:
 * one that is made when the first person asks and stays open for the others. The two unique keys (one such
 * wave per wave, one message per wave and person) make it once per wave, however often it is asked for.
 * Planned again is what never went out.
 *
 * To be called under the lock on the participant's row.
 */
export async function planOnRequest(
  tx: Database,
  participant: string,
  ofWave: string,
  at: Date,
  now: Date,
): Promise<DueWave> {
  await snooze(tx, participant, at);
  const wave = await waveOnRequest(tx, ofWave, now);
  await rowsOf(
    tx,
    `INSERT INTO messages AS m (survey_id, wave_id, participant_id, kind, state, next_attempt_at, planned_at)
     SELECT survey_id, id, $2, 'reminder', 'planned', $3, $4 FROM waves WHERE id = $1
     ON CONFLICT (wave_id, participant_id) DO UPDATE SET
       state = 'planned', reason = NULL, settled_at = NULL, next_attempt_at = excluded.next_attempt_at
     WHERE m.state = 'skipped'`,
    [wave, participant, at, now],
  );
  return { wave, at };
}

/** Skips the reminders somebody had asked for and does not want any more. */
export async function dropRequested(tx: Database, participant: string, now: Date): Promise<void> {
  await snooze(tx, participant, null);
  await rowsOf(
    tx,
    `UPDATE messages m SET state = 'skipped', reason = 'snooze_undone', next_attempt_at = NULL, throttled_by = NULL,
       settled_at = $2
     FROM waves w WHERE w.id = m.wave_id AND w.on_request_of IS NOT NULL
       AND m.participant_id = $1 AND (m.state IN ('planned', 'deferred')
         -- Whoever takes back a refusal afterwards does not ask for it anew.
         OR (m.state = 'skipped' AND m.reason IN ('declined', 'unsubscribed')))`,
    [participant, now],
  );
}

/** The wave for reminders asked for in mails of another; it goes on where it had nothing left to do. */
async function waveOnRequest(tx: Database, ofWave: string, now: Date): Promise<string> {
  await rowsOf(
    tx,
    `INSERT INTO waves (survey_id, kind, state, send_at, due_at, audience, ignore_gap, ignore_canary, ignore_window,
       rolling, on_request_of, words, created_at, started_at, fully_claimed)
     SELECT survey_id, 'reminder', 'sending', '{"at": "now"}', $2, 'not_completed', true, true, false,
       true, id, '{}', $2, $2, true
     FROM waves WHERE id = $1 AND NOT EXISTS (SELECT FROM waves r WHERE r.on_request_of = $1)
     ON CONFLICT (on_request_of) DO NOTHING`,
    [ofWave, now],
  );
  await rowsOf(
    tx,
    "UPDATE waves SET state = 'sending', finished_at = NULL WHERE on_request_of = $1 AND state = 'finished'",
    [ofWave],
  );
  const [wave] = await rowsOf<{ id: string }>(tx, 'SELECT id FROM waves WHERE on_request_of = $1', [ofWave]);
  if (!wave) throw new Error(`wave ${ofWave} is gone`);
  return wave.id;
}
