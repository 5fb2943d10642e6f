import { type Database, rowsOf } from '../database/rows.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import { dayOf } from './store-response.queries.js';
import type { AskedSurvey } from './visit.queries.js';

/** A response through the link that anybody may use: it has no participant. */
export interface OpenResponse {
  /** Made with the form, so that two submits of it store one. */
  id: string;
  survey: Pick<AskedSurvey, 'surveyId' | 'privacy' | 'timeZone'>;
  versionId: string;
  answers: Answers;
  language: string;
  screenedOut: boolean;
}

/**
 * Stores what somebody unknown has submitted; of its time as much as the survey tells of anybody's.
 *
 * @returns false where the same form has brought other answers before, which stay as they are
 */
export async function storeOpenResponse(
  database: Database,
  response: OpenResponse,
  now: Date,
): Promise<boolean> {
  const { id, survey, versionId, language, screenedOut } = response;
  const answers = JSON.stringify(response.answers);
  const stored = await rowsOf(
    database,
    `INSERT INTO responses (id, survey_id, version_id, answers, language, screened_out, via, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'open',
       CASE $7 WHEN 'identified' THEN $8::timestamptz WHEN 'pseudonymous' THEN ${dayOf('$8', '$9')} END)
     ON CONFLICT (id) DO NOTHING RETURNING 1`,
    [
      id,
      survey.surveyId,
      versionId,
      answers,
      survey.privacy === 'anonymous' ? null : language,
      screenedOut,
      survey.privacy,
      now,
      survey.timeZone,
    ],
  );
  if (stored.length > 0) return true;
  const same = await rowsOf(
    database,
    'SELECT FROM responses WHERE id = $1 AND survey_id = $2 AND answers = $3::jsonb',
    [id, survey.surveyId, answers],
  );
  return same.length > 0;
}
