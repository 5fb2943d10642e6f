import { type Database, rowsOf } from '../database/rows.js';
import type { Answers } from '../questionnaire/answers.js';
import type { Survey } from '../surveys/survey.entity.js';

/** A response as it leaves. What its survey does not tell of people is null. */
export interface ExportedResponse {
  id: string;
  participantId: string | null;
  email: string | null;
  name: string | null;
  /** In pseudonymous surveys what stands for the person; null behind an open link. */
  code: string | null;
  submittedAt: Date | null;
  /** In pseudonymous surveys instead: the day in the survey's zone, `2027-11-05`. */
  day: string | null;
  language: string | null;
  via: 'personal' | 'open';
  screenedOut: boolean;
  revision: number;
  changedAt: Date | null;
  version: number;
  versionId: string;
  answers: Answers;
}

const PAGE = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * All responses of a survey, page by page and never all in memory. In the order of their random ids,
 * so that an export that tells no times tells nothing by its order either.
 */
export async function* responsesOf(
  database: Database,
  { id: survey, privacy, timeZone }: Pick<Survey, 'id' | 'privacy' | 'timeZone'>,
): AsyncGenerator<ExportedResponse> {
  const isIdentified = privacy === 'identified';
  let after = BEFORE_ALL;
  for (;;) {
    const rows = await rowsOf<ExportedResponse>(
      database,
      `SELECT r.id, r.participant_id AS "participantId", s.email, s.name, r.code,
         CASE WHEN $3 THEN r.submitted_at END AS "submittedAt",
         CASE WHEN NOT $3 THEN (r.submitted_at AT TIME ZONE $4)::date::text END AS day,
         r.language, r.via, r.screened_out AS "screenedOut", r.revision,
         CASE WHEN $3 THEN r.changed_at END AS "changedAt",
         v.number AS version, v.id AS "versionId", r.answers
       FROM responses r
       JOIN questionnaire_versions v ON v.id = r.version_id
       LEFT JOIN participants p ON p.id = r.participant_id
       LEFT JOIN subscribers s ON s.id = p.subscriber_id
       WHERE r.survey_id = $1 AND r.id > $2 ORDER BY r.id LIMIT ${PAGE}`,
      [survey, after, isIdentified, timeZone],
    );
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = last.id;
  }
}
