import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import { reasonToSkip, type SkipReason } from './reason-to-skip.js';
import type { Audience } from '../states/wave.entity.js';
import type { WaveKind } from '../../letters/wave-words.js';

/** What one step of planning did: how many rows it wrote and from which participant on the next step goes. */
export interface PlannedChunk {
  planned: number;
  last: string | null;
}

/**
 * One row for every participant enrolled by the wave's start, in chunks by participant id. Who is not
 * to be written to is entered as skipped at once with the reason, so that the ledger answers for
 * everybody (P2). The unique key (wave, participant) makes a second run add only who was missed. The
 * wave's row is held, so that nothing is planned any more for one that was paused or cancelled.
 *
 * @param after participant id behind which to go on, `'0'` to begin
 */
export async function planChunk(
  tx: Database,
  wave: string,
  after: string,
  size: number,
  now: Date,
): Promise<PlannedChunk> {
  const people = `walked AS MATERIALIZED (
       SELECT p.* FROM wave w JOIN participants p ON p.survey_id = w.survey_id
       WHERE p.id > $2 AND p.enrolled_at <= w.started_at ORDER BY p.id LIMIT $3
     )`;
  return planPeople(tx, "state = 'planning'", people, 'walked', [wave, after, size, now]);
}

/** What may be otherwise tomorrow: a rolling wave comes back to people whom one of these keeps away. */
const PASSING = [
  'not_in_segment',
  'mailed_recently',
  'mailed_often',
  'snoozed',
  'closed',
] satisfies SkipReason[];

/**
 * The same for a rolling wave: those whose time has come since it was last looked at. Anyone who joins is
 * among them for an invitation; for a reminder, anyone who was invited by a day. While the survey is closed
 * nobody's time comes.
 *
 * Who joins a wave under way is to be tried at once, as somebody is who comes again: anyone who sends it may
 * have gone past them already.
 *
 * @param invitedBy calendar day in the survey's zone, `2027-11-05`; null: it counts from nothing
 */
export async function planJoiners(
  tx: Database,
  wave: string,
  after: string,
  size: number,
  now: Date,
  invitedBy: string | null,
): Promise<PlannedChunk> {
  const people = `walked AS MATERIALIZED (
       SELECT p.* FROM wave w JOIN surveys v ON v.id = w.survey_id JOIN participants p ON p.survey_id = v.id
       WHERE p.id > $2 AND v.state = 'published' AND v.closes_at > $4 ORDER BY p.id LIMIT $3
     ), due AS MATERIALIZED (
       SELECT p.* FROM walked p CROSS JOIN wave w
       WHERE NOT EXISTS (SELECT FROM messages m WHERE m.wave_id = w.id AND m.participant_id = p.id)
         AND ($5::date IS NULL OR EXISTS (
           SELECT FROM messages i JOIN surveys v ON v.id = i.survey_id
           WHERE i.participant_id = p.id AND i.kind = 'invitation' AND i.state IN ('accepted', 'uncertain')
             AND (i.settled_at AT TIME ZONE v.time_zone)::date <= $5::date))
     )`;
  const values = [wave, after, size, now, invitedBy, PASSING];
  return planPeople(tx, "state IN ('planning', 'sending') AND rolling", people, 'due', values, {
    who: 'reason IS NULL OR reason <> ALL($6)',
    nextAttempt: "CASE WHEN reason IS NULL AND wave_state = 'sending' THEN $4::timestamptz END",
  });
}

/** @param people CTEs over `wave`: those `walked` past, and among them those in `source`, who are judged */
async function planPeople(
  tx: Database,
  whenWave: string,
  people: string,
  source: 'walked' | 'due',
  values: unknown[],
  { who = 'true', nextAttempt = 'NULL::timestamptz' } = {},
): Promise<PlannedChunk> {
  return rowOf<PlannedChunk>(
    tx,
    `WITH wave AS MATERIALIZED (
       SELECT * FROM waves WHERE id = $1 AND ${whenWave} FOR SHARE
     ), ${people}, judged AS MATERIALIZED (
       SELECT p.id, w.kind, w.survey_id, w.state AS wave_state, ${reasonToSkip('$4', 'NULL')} AS reason
       FROM ${source} p
       CROSS JOIN wave w
       JOIN surveys v ON v.id = w.survey_id
       JOIN subscribers s ON s.id = p.subscriber_id
     ), planned AS (
       INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, reason, planned_at, settled_at, next_attempt_at)
       SELECT survey_id, $1, id, kind,
         CASE WHEN reason IS NULL THEN 'planned' ELSE 'skipped' END, reason, $4,
         CASE WHEN reason IS NOT NULL THEN $4::timestamptz END, ${nextAttempt}
       FROM judged WHERE ${who} ORDER BY id
       ON CONFLICT (wave_id, participant_id) DO NOTHING
       RETURNING 1
     )
     SELECT (SELECT count(*) FROM planned)::int AS planned, (SELECT max(id) FROM walked)::text AS last`,
    values,
  );
}

/** Participants that were there when the wave started and have no row of it: must be none before the first mail. */
export async function countUnplanned(database: Database, wave: string): Promise<number> {
  const row = await rowOf<{ count: number }>(
    database,
    `SELECT ((SELECT count(*) FROM participants p WHERE p.survey_id = w.survey_id AND p.enrolled_at <= w.started_at)
        - (SELECT count(*) FROM messages m WHERE m.wave_id = w.id))::int AS count
     FROM waves w WHERE w.id = $1`,
    [wave],
  );
  return row.count;
}

/** When a wave would be due, and whether that is now. */
export interface Moment {
  at: Date;
  isNow: boolean;
}

/** A wave that may not exist yet, reduced to what decides who is skipped. */
export interface ProposedWave {
  surveyId: string;
  kind: WaveKind;
  audience: Audience;
  ignoreGap: boolean;
  segmentId: string | null;
  exceedsBecause: string | null;
}

/**
 * People of the survey and why they would be skipped, as a source to select from; values from `proposedWaveValues`.
 * What another wave at work still has to send counts for one that goes out now; by a later day it has gone.
 */
const proposedWaveSource = (
  isNow: boolean,
) => `(SELECT p.id, s.name, s.email, ${reasonToSkip('$2', isNow ? AFTER_LAST_MESSAGE : 'NULL')} AS reason
  FROM (SELECT 0::bigint AS id, $1::bigint AS survey_id, $3 AS kind, $4 AS audience, $5::boolean AS ignore_gap,
    $6::bigint AS segment_id, $7::text AS exceeds_because, NULL::bigint AS on_request_of) w
  JOIN surveys v ON v.id = w.survey_id
  JOIN participants p ON p.survey_id = v.id
  JOIN subscribers s ON s.id = p.subscriber_id)`;

/** Greater than any message's id. */
const AFTER_LAST_MESSAGE = '9223372036854775807';

function proposedWaveValues(wave: ProposedWave, { at }: Moment): unknown[] {
  const { surveyId, kind, audience, ignoreGap, segmentId, exceedsBecause } = wave;
  return [surveyId, at, kind, audience, ignoreGap, segmentId, exceedsBecause];
}

/**
 * How many a wave would reach if it were due at an instant, and why not the others: the same rule as the claim's.
 * The reasons say more than staff may always know, see `shownCounts`.
 */
export async function previewAudience(
  database: Database,
  wave: ProposedWave,
  at: Moment,
): Promise<AudiencePreview> {
  const rows = await rowsOf<{ reason: SkipReason | null; count: number }>(
    database,
    `SELECT reason, count(*)::int AS count FROM ${proposedWaveSource(at.isNow)} AS judged GROUP BY 1`,
    proposedWaveValues(wave, at),
  );
  const skipped = Object.fromEntries(rows.flatMap(({ reason, count }) => (reason ? [[reason, count]] : [])));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return { total, recipients: rows.find(({ reason }) => reason === null)?.count ?? 0, skipped };
}

/** Of how many people how many are written to, and why not the others. */
export interface AudiencePreview {
  total: number;
  recipients: number;
  skipped: Partial<Record<SkipReason, number>>;
}

/**
 * The first people a wave would reach if it were due at an instant; the letter is previewed for them.
 *
 * @param alsoUninvited as an invitation will have reached them by then
 */
export async function previewPeople(
  database: Database,
  wave: ProposedWave,
  at: Moment,
  limit: number,
  alsoUninvited: boolean,
): Promise<{ id: string; name: string | null; email: string }[]> {
  return rowsOf(
    database,
    `SELECT id, name, email FROM ${proposedWaveSource(at.isNow)} AS judged
     WHERE reason IS NULL OR ($9 AND reason = 'not_invited') ORDER BY id LIMIT $8`,
    [...proposedWaveValues(wave, at), limit, alsoUninvited],
  );
}
