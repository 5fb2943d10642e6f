import { type Database, rowsOf } from '../database/rows.js';

/** So many thank-yous of an anonymous survey go out together at least, on the day of answering. */
const BATCH = 5;

/**
 * Thank-yous of anonymous surveys, planned later and in random order, so that their rows tell neither
 * when nor in which order people answered (P8): as soon as five wait, else on the next day.
 */
export async function planAnonymousThankYous(database: Database, now: Date): Promise<void> {
  await rowsOf(
    database,
    `WITH waiting AS (
       SELECT p.id, p.survey_id, p.completed_on < ($1::timestamptz AT TIME ZONE v.time_zone)::date AS of_an_earlier_day,
         count(*) OVER (PARTITION BY p.survey_id) AS together
       FROM surveys v JOIN participants p ON p.survey_id = v.id
       WHERE v.privacy = 'anonymous' AND p.participation = 'completed'
         AND NOT EXISTS (SELECT FROM messages m WHERE m.participant_id = p.id AND m.kind = 'thank_you')
     )
     INSERT INTO messages (survey_id, participant_id, kind, state, next_attempt_at, planned_at)
     SELECT survey_id, id, 'thank_you', 'planned', $1, $1 FROM waiting
     WHERE of_an_earlier_day OR together >= ${BATCH} ORDER BY random()
     ON CONFLICT (participant_id) WHERE kind = 'thank_you' DO NOTHING`,
    [now],
  );
}
