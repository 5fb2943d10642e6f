import { type Database, rowsOf } from '../database/rows.js';
import type { Participation } from './participant.entity.js';

export interface ParticipantRow {
  id: string;
  email: string;
  name: string | null;
  participation: Participation;
  completedAt: Date | null;
  delivery: string | null;
  lastMailedAt: Date | null;
}

/** A page of a survey's participants by id, each with the delivery of their latest invitation or reminder. */
export async function participantsAfter(
  database: Database,
  survey: string,
  after: string,
  limit: number,
): Promise<ParticipantRow[]> {
  return rowsOf<ParticipantRow>(
    database,
    `SELECT p.id, s.email, s.name, p.participation, p.completed_at AS "completedAt",
       (SELECT max(m.settled_at) FROM messages m WHERE m.participant_id = p.id AND m.wave_id IS NOT NULL
        AND m.state = 'accepted') AS "lastMailedAt",
       (SELECT m.state FROM messages m WHERE m.participant_id = p.id AND m.wave_id IS NOT NULL
        ORDER BY m.id DESC LIMIT 1) AS delivery
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
    `SELECT completed_on::text AS day, count(*)::int AS completed FROM participants
     WHERE survey_id = $1 AND participation = 'completed' AND completed_on IS NOT NULL GROUP BY 1 ORDER BY 1`,
    [survey],
  );
}
