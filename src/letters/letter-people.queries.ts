import { type Database, rowOf, rowsOf } from '../database/rows.js';

/** The first participants of a survey, for whom its letters can be shown. */
export async function letterPeople(
  database: Database,
  surveyId: string,
  limit: number,
): Promise<{ id: string; name: string | null; email: string }[]> {
  return rowsOf(
    database,
    `SELECT p.id, s.name, s.email FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
     WHERE p.survey_id = $1 ORDER BY p.id LIMIT $2`,
    [surveyId, limit],
  );
}

/** How many participants of a survey are known by their address alone. */
export async function countNameless(database: Database, surveyId: string): Promise<number> {
  const { count } = await rowOf<{ count: number }>(
    database,
    `SELECT count(*)::int AS count FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
     WHERE p.survey_id = $1 AND coalesce(s.name, '') = ''`,
    [surveyId],
  );
  return count;
}
