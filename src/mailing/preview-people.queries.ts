import { type Database, rowsOf } from '../database/rows.js';
import { reasonToSkip } from './reason-to-skip.js';

/** The first people a wave would reach if it were due at an instant; the letter is previewed for them. */
export async function previewPeople(
  database: Database,
  wave: { surveyId: string; kind: string; audience: string; ignoreGap: boolean },
  now: Date,
  limit: number,
): Promise<{ id: string; name: string | null; email: string }[]> {
  return rowsOf(
    database,
    `SELECT p.id, s.name, s.email
     FROM (SELECT 0::bigint AS id, $1::bigint AS survey_id, $2 AS kind, $3 AS audience, $4::boolean AS ignore_gap) w
     JOIN surveys v ON v.id = w.survey_id
     JOIN participants p ON p.survey_id = v.id
     JOIN subscribers s ON s.id = p.subscriber_id
     WHERE (${reasonToSkip('$5', 'NULL')}) IS NULL ORDER BY p.id LIMIT $6`,
    [wave.surveyId, wave.kind, wave.audience, wave.ignoreGap, now, limit],
  );
}
