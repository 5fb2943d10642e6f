import { type Database, rowOf, rowsOf } from '../database/rows.js';
import { reasonToSkip, type SkipReason } from './reason-to-skip.js';

/** What one step of planning did: how many rows it wrote and from which participant on the next step goes. */
interface PlannedChunk {
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
  return rowOf<PlannedChunk>(
    tx,
    `WITH wave AS MATERIALIZED (
       SELECT * FROM waves WHERE id = $1 AND state = 'planning' FOR SHARE
     ), chunk AS MATERIALIZED (
       SELECT p.* FROM wave w JOIN participants p ON p.survey_id = w.survey_id
       WHERE p.id > $2 AND p.enrolled_at <= w.started_at ORDER BY p.id LIMIT $3
     ), judged AS MATERIALIZED (
       SELECT p.id, w.kind, w.survey_id, ${reasonToSkip('$4', 'NULL')} AS reason
       FROM chunk p
       CROSS JOIN wave w
       JOIN surveys v ON v.id = w.survey_id
       JOIN subscribers s ON s.id = p.subscriber_id
     ), planned AS (
       INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, reason, planned_at, settled_at)
       SELECT survey_id, $1, id, kind,
         CASE WHEN reason IS NULL THEN 'planned' ELSE 'skipped' END, reason, $4,
         CASE WHEN reason IS NOT NULL THEN $4::timestamptz END
       FROM judged ORDER BY id
       ON CONFLICT (wave_id, participant_id) DO NOTHING
       RETURNING 1
     )
     SELECT (SELECT count(*) FROM planned)::int AS planned, (SELECT max(id) FROM chunk)::text AS last`,
    [wave, after, size, now],
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

/** How many a wave would reach if it were due now, and why not the others: the same rule as the claim's. */
export async function previewAudience(
  database: Database,
  wave: { surveyId: string; kind: string; audience: string; ignoreGap: boolean },
  now: Date,
): Promise<{ total: number; recipients: number; skipped: Partial<Record<SkipReason, number>> }> {
  const rows = await rowsOf<{ reason: SkipReason | null; count: number }>(
    database,
    `SELECT ${reasonToSkip('$5', 'NULL')} AS reason, count(*)::int AS count
     FROM (SELECT 0::bigint AS id, $1::bigint AS survey_id, $2 AS kind, $3 AS audience, $4::boolean AS ignore_gap) w
     JOIN surveys v ON v.id = w.survey_id
     JOIN participants p ON p.survey_id = v.id
     JOIN subscribers s ON s.id = p.subscriber_id
     GROUP BY 1`,
    [wave.surveyId, wave.kind, wave.audience, wave.ignoreGap, now],
  );
  const skipped = Object.fromEntries(rows.flatMap(({ reason, count }) => (reason ? [[reason, count]] : [])));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return { total, recipients: rows.find(({ reason }) => reason === null)?.count ?? 0, skipped };
}
