import { type Database, rowsOf } from '../database/rows.js';
import type { Participation } from './participant.entity.js';

export interface ParticipantRow {
  id: string;
  email: string;
  name: string | null;
  participation: Participation;
  completedAt: Date | null;
}

/** A page of a survey's participants by id. */
export async function participantsAfter(
  database: Database,
  survey: string,
  after: string,
  limit: number,
): Promise<ParticipantRow[]> {
  return rowsOf<ParticipantRow>(
    database,
    `SELECT p.id, s.email, s.name, p.participation, p.completed_at AS "completedAt"
     FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
     WHERE p.survey_id = $1 AND p.id > $2 ORDER BY p.id LIMIT $3`,
    [survey, after, limit],
  );
}

/** How many completed on one calendar day of the survey's zone, `2027-11-05`. */
export interface AnswersOfDay {
  day: string;
  completed: number;
}

/** The completions of a survey by day, the first day first; days alone, as an anonymous survey keeps no more. */
export async function answersByDay(database: Database, survey: string): Promise<AnswersOfDay[]> {
  return rowsOf<AnswersOfDay>(
    database,
    `SELECT completed_on::text AS day, sum(people)::int AS completed FROM (
       SELECT completed_on, 1 AS people FROM participants WHERE survey_id = $1 AND participation = 'completed'
       UNION ALL
       SELECT completed_on, people FROM departed_participants WHERE survey_id = $1 AND participation = 'completed'
     ) AS all_of_them
     WHERE completed_on IS NOT NULL GROUP BY completed_on ORDER BY completed_on`,
    [survey],
  );
}
