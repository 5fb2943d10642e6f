import { writeAnew } from '../participants/participation.queries.js';
import { type Database, rowsOf } from '../database/rows.js';

/** How many older rows of the survey are rewritten together with the new ones, so that these cannot be told apart. */
const CROWD = 1000;

/** An anonymous response: the only kind that bears neither owner nor time. */
const ANONYMOUS = 'participant_id IS NULL AND code IS NULL AND submitted_at IS NULL';

/** Anonymous surveys with responses that still lie as they came. */
export async function surveysToMix(database: Database): Promise<string[]> {
  const surveys = await rowsOf<{ id: string }>(
    database,
    `SELECT DISTINCT r.survey_id AS id FROM responses r JOIN surveys v ON v.id = r.survey_id
     WHERE v.privacy = 'anonymous' AND ${ANONYMOUS} AND NOT r.is_mixed`,
  );
  return surveys.map(({ id }) => id);
}

/**
 * Keeps others from mixing or releasing the responses of a survey until the transaction ends.
 *
 * @returns false where another process is at it
 */
export async function holdResponses(tx: Database, survey: string): Promise<boolean> {
  const [lock] = await rowsOf<{ free: boolean }>(
    tx,
    `SELECT pg_try_advisory_xact_lock(hashtextextended('ruecklauf/mix/' || $1, 0)) AS free`,
    [survey],
  );
  return lock?.free === true;
}

/**
 * Mixes the traces of answering away (P8), to be called in one transaction. A response and its participant
 * are written together, so both rows bear the same transaction (`xmin`) and lie where the table's end was
 * at that moment (`ctid`). Here both are written anew, each in a random order of its own: the new ones, and
 * with them random others of the survey, so that being new tells nothing either. A survey of up to a
 * thousand responses is mixed as a whole, of larger ones as much: the work of one run is bounded, and what
 * is left alone in one is drawn in another.
 *
 * Participants that somebody is just writing to are passed over, so that nobody waits and nothing locks up;
 * their transaction is then one that no response bears.
 *
 * @returns how many responses were new; 0 also where another process is mixing this survey
 */
export async function mixAnonymous(tx: Database, survey: string, crowd = CROWD): Promise<number> {
  if (!(await holdResponses(tx, survey))) return 0;

  await rowsOf(
    tx,
    `WITH fresh AS MATERIALIZED (
       SELECT xmin AS written_by FROM responses WHERE survey_id = $1 AND ${ANONYMOUS} AND NOT is_mixed
     ), chosen AS MATERIALIZED (
       SELECT p.id FROM participants p
       WHERE p.survey_id = $1 AND p.participation IN ('completed', 'screened_out')
       ORDER BY p.xmin IN (SELECT written_by FROM fresh) DESC, random()
       LIMIT least((SELECT count(*) FROM fresh), $2::int) + $2::int
       FOR NO KEY UPDATE SKIP LOCKED
     ), shuffled AS MATERIALIZED (SELECT id FROM chosen ORDER BY random())
     ${writeAnew('shuffled')}`,
    [survey, crowd],
  );
  const mixed = await rowsOf<{ fresh: number }>(
    tx,
    `WITH chosen AS MATERIALIZED (
       SELECT id FROM responses WHERE survey_id = $1 AND ${ANONYMOUS}
       ORDER BY is_mixed, random()
       LIMIT least((SELECT count(*) FROM responses WHERE survey_id = $1 AND ${ANONYMOUS} AND NOT is_mixed), $2::int) + $2::int
     ), taken AS (
       DELETE FROM responses r USING chosen c WHERE r.id = c.id
       RETURNING r.id, r.survey_id, r.version_id, r.answers, r.via, r.screened_out, r.released_revision, r.is_mixed
     ), written AS (
       INSERT INTO responses (id, survey_id, version_id, answers, via, screened_out, released_revision, is_mixed)
       SELECT id, survey_id, version_id, answers, via, screened_out, released_revision, true FROM taken ORDER BY random()
     )
     SELECT (count(*) FILTER (WHERE NOT is_mixed))::int AS fresh FROM taken`,
    [survey, crowd],
  );
  return mixed[0]?.fresh ?? 0;
}
