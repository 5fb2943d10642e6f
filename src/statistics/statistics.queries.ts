import { type Database, rowOf, rowsOf } from '../database/rows.js';
import { type Participation, participations } from '../participants/participant.entity.js';
import type { Privacy } from '../surveys/survey.entity.js';
import type { ParticipationCounts } from './response-rates.js';

/** A step of the cumulative curve: so many had completed by then. */
export interface CurvePoint {
  at: Date;
  completed: number;
}

/** A curve has no more steps than a screen has pixels to show them. */
const MOST_POINTS = 400;

/** Participations of everybody, and of those who were invited. */
export async function countParticipations(
  database: Database,
  survey: string,
): Promise<{ all: ParticipationCounts; invited: ParticipationCounts }> {
  const rows = await rowsOf<{ participation: Participation; invited: boolean; count: number }>(
    database,
    `SELECT participation, invited, count(*)::int AS count FROM (
       SELECT p.participation, EXISTS (SELECT FROM messages m WHERE m.participant_id = p.id
         AND m.kind = 'invitation' AND m.state IN ('accepted', 'refused', 'uncertain')) AS invited
       FROM participants p WHERE p.survey_id = $1) AS people
     GROUP BY 1, 2`,
    [survey],
  );
  const sum = (wanted: typeof rows): ParticipationCounts => {
    const counts = Object.fromEntries(participations.map((name) => [name, 0])) as ParticipationCounts;
    for (const { participation, count } of wanted) counts[participation] += count;
    return counts;
  };
  return { all: sum(rows), invited: sum(rows.filter((row) => row.invited)) };
}

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
        `SELECT ((completed_on + 1)::timestamp AT TIME ZONE $2) - interval '1 minute' AS at, count(*)::int AS count
         FROM participants WHERE survey_id = $1 AND completed_on IS NOT NULL GROUP BY completed_on ORDER BY completed_on`,
        [survey, timeZone],
      ),
    );
  }
  const { seconds } = await rowOf<{ seconds: number }>(
    database,
    `SELECT greatest(1, extract(epoch FROM max(completed_at) - min(completed_at)) / ${MOST_POINTS})::float8 AS seconds
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
