import { type Database, rowsOf } from '../database/rows.js';

/** Days after which a withdrawn answer is deleted, whether there was a release or not. */
const WITHDRAWN_FOR_DAYS = 30;

/** Releases some of these, drawn at random. */
export async function releaseSome(tx: Database, ids: readonly string[], count: number): Promise<void> {
  await rowsOf(
    tx,
    `WITH drawn AS MATERIALIZED (
       SELECT id FROM unnest($1::uuid[]) AS waiting (id) ORDER BY gen_random_uuid() LIMIT $2
     )
     UPDATE responses r SET released_revision = r.revision FROM drawn d WHERE r.id = d.id`,
    [ids, count],
  );
}

/** Lets withdrawn answers of a survey go, together with a release. */
export async function dropWithdrawn(tx: Database, survey: string): Promise<void> {
  await rowsOf(tx, 'DELETE FROM responses WHERE survey_id = $1 AND withdrawn_on IS NOT NULL', [survey]);
}

/** Lets withdrawn answers go that no release has taken along in time. */
export async function dropLongWithdrawn(database: Database, now: Date): Promise<void> {
  await rowsOf(
    database,
    `DELETE FROM responses r USING surveys v WHERE v.id = r.survey_id
       AND r.withdrawn_on <= ($1::timestamptz AT TIME ZONE v.time_zone)::date - ${WITHDRAWN_FOR_DAYS}`,
    [now],
  );
}
