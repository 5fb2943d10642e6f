import { type Database, rowsOf } from '../../database/rows.js';
import { type Participation, participations } from '../../participants/participant.entity.js';

/** How many people stand at which participation. */
export type ParticipationCounts = Record<Participation, number>;

/**
 * Participations of everybody, and of those an invitation was handed over for, whatever became of it. In
 * anonymous surveys people who have been erased since are counted on, see `countDeparting`.
 */
export async function countParticipations(
  database: Database,
  survey: string,
): Promise<{ all: ParticipationCounts; invited: ParticipationCounts }> {
  const rows = await rowsOf<{ participation: Participation; invited: boolean; count: number }>(
    database,
    `SELECT participation, invited, sum(people)::int AS count FROM (
       SELECT p.participation, EXISTS (SELECT FROM messages m WHERE m.participant_id = p.id
         AND m.kind = 'invitation' AND m.state IN ('accepted', 'refused', 'uncertain')) AS invited, 1 AS people
       FROM participants p WHERE p.survey_id = $1
       UNION ALL
       SELECT participation, invited, people FROM departed_participants WHERE survey_id = $1) AS everybody
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
