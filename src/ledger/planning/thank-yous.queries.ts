import { type Database, rowsOf } from '../../database/rows.js';

/**
 * The least number of thank-yous of an anonymous survey that are planned together on the day of answering.
 * Alone they would tell who answered when.
 */
const BATCH = 5;

/** Plans the thank-you of one participant, if there is none yet. The database function makes the row. */
export async function planThankYou(
  tx: Database,
  survey: string,
  participant: string,
  now: Date,
): Promise<void> {
  await rowsOf(tx, 'SELECT plan_thank_yous(ARRAY[$1::bigint], ARRAY[$2::bigint], ARRAY[$3::timestamptz])', [
    survey,
    participant,
    now,
  ]);
}

/**
 * Thank-yous of anonymous surveys, planned later and in random order, so that their rows tell neither
 * when nor in which order people answered (P8): as soon as five wait, else on the next day.
 *
 * @param least how many of a survey have to wait before any is planned on the day of answering
 */
export async function planAnonymousThankYous(
  database: Database,
  now: Date,
  least: number = BATCH,
): Promise<void> {
  await rowsOf(
    database,
    `WITH waiting AS (
       SELECT p.id, p.survey_id, p.completed_on < ($1::timestamptz AT TIME ZONE v.time_zone)::date AS of_an_earlier_day,
         count(*) OVER (PARTITION BY p.survey_id) AS together
       FROM surveys v JOIN participants p ON p.survey_id = v.id
       WHERE v.privacy = 'anonymous' AND p.participation = 'completed'
         AND NOT EXISTS (SELECT FROM messages m WHERE m.participant_id = p.id AND m.kind = 'thank_you')
     ), shuffled AS (
       SELECT survey_id, id, row_number() OVER (ORDER BY random()) AS place FROM waiting
       WHERE of_an_earlier_day OR together >= $2
     )
     SELECT plan_thank_yous(array_agg(survey_id ORDER BY place), array_agg(id ORDER BY place),
       array_agg($1::timestamptz)) FROM shuffled HAVING count(*) > 0`,
    [now, least],
  );
}

/** Surveys whose due thank-yous wait for a breaker of their own, by the time of the next probe. */
export async function surveysInDoubt(database: Database): Promise<{ survey: string; until: Date }[]> {
  return rowsOf(
    database,
    `SELECT name AS survey, max(open_until) AS until FROM breakers b
     WHERE kind <> 'server' AND EXISTS (SELECT FROM messages m
       WHERE m.wave_id IS NULL AND m.survey_id = b.name::bigint AND m.next_attempt_at IS NOT NULL)
     GROUP BY name ORDER BY 2`,
  );
}
