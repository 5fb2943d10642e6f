import { type Database, rowOf, rowsOf } from '../database/rows.js';
import type { Privacy } from '../surveys/survey.entity.js';

/** A point of the cumulative curve: how many had completed by then. */
export interface CurvePoint {
  at: Date;
  completed: number;
}

/** A curve has no more steps than a screen has pixels to show them. */
const MAX_POINTS = 400;

/**
 * Completions over time. Only in identified surveys more than days is known; a day's step stands at its end.
 */
export async function completionCurve(
  database: Database,
  survey: string,
  privacy: Privacy,
  timeZone: string,
): Promise<CurvePoint[]> {
  if (privacy !== 'identified') {
    return cumulative(
      await rowsOf(
        database,
        `SELECT ((completed_on + 1)::timestamp AT TIME ZONE $2) - interval '1 minute' AS at, sum(people)::int AS count FROM (
           SELECT completed_on, 1 AS people FROM participants WHERE survey_id = $1
           UNION ALL SELECT completed_on, people FROM departed_participants WHERE survey_id = $1
         ) AS all_of_them
         WHERE completed_on IS NOT NULL GROUP BY completed_on ORDER BY completed_on`,
        [survey, timeZone],
      ),
    );
  }
  const { seconds } = await rowOf<{ seconds: number }>(
    database,
    `SELECT greatest(1, extract(epoch FROM max(completed_at) - min(completed_at)) / ${MAX_POINTS})::float8 AS seconds
     FROM participants WHERE survey_id = $1`,
    [survey],
  );
  return cumulative(
    await rowsOf(
      database,
      `SELECT max(completed_at) AS at, count(*)::int AS count FROM participants
       WHERE survey_id = $1 AND completed_at IS NOT NULL
       GROUP BY floor(extract(epoch FROM completed_at) / $2::float8) ORDER BY 1`,
      [survey, seconds],
    ),
  );
}

function cumulative(steps: { at: Date; count: number }[]): CurvePoint[] {
  let completed = 0;
  return steps.map(({ at, count }) => ({ at, completed: (completed += count) }));
}
