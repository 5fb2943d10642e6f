import { type Database, rowsOf } from '../database/rows.js';
import type { Answers } from '../questionnaire/questionnaire-plan.js';

/** A response as it leaves: in anonymous surveys everything but the answers is null. */
export interface ExportedResponse {
  id: string;
  participantId: string | null;
  email: string | null;
  name: string | null;
  submittedAt: Date | null;
  language: string | null;
  version: number;
  answers: Answers;
}

const PAGE = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * All responses of a survey, page by page and never all in memory. In the order of their random ids,
 * so that an anonymous export tells nothing by its order either.
 */
export async function* responsesOf(database: Database, survey: string): AsyncGenerator<ExportedResponse> {
  let after = BEFORE_ALL;
  for (;;) {
    const rows = await rowsOf<ExportedResponse>(
      database,
      `SELECT r.id, r.participant_id AS "participantId", s.email, s.name, r.submitted_at AS "submittedAt",
         r.language, v.number AS version, r.answers
       FROM responses r
       JOIN questionnaire_versions v ON v.id = r.version_id
       LEFT JOIN participants p ON p.id = r.participant_id
       LEFT JOIN subscribers s ON s.id = p.subscriber_id
       WHERE r.survey_id = $1 AND r.id > $2 ORDER BY r.id LIMIT ${PAGE}`,
      [survey, after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = last.id;
  }
}
