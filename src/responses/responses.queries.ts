import { type Database, rowsOf } from '../database/rows.js';
import { planThankYou } from '../mailing/thank-yous.queries.js';
import type { Participation } from '../participants/participant.entity.js';
import type { LocalizedText, Locale } from '../common/locale.js';
import type { Answers } from '../questionnaire/questionnaire-plan.js';
import type { Privacy, SurveyState } from '../surveys/survey.entity.js';

/** Everything a personal link leads to, in one row. */
export interface Visit {
  participantId: string;
  subscriberId: string;
  participation: Participation;
  enrolledAt: Date;
  language: string | null;
  surveyId: string;
  title: LocalizedText;
  languages: Locale[];
  closesAt: Date;
  timeZone: string;
  graceMinutes: number;
  state: SurveyState;
  privacy: Privacy;
  senderName: string;
  senderEmail: string;
  privacyUrl: string | null;
  imprintUrl: string | null;
  /** The version people get who begin now; null before publication. */
  versionId: string | null;
  saved: { versionId: string; answers: Answers; page: number; language: Locale } | null;
}

export async function findVisit(database: Database, participant: string): Promise<Visit | null> {
  const [visit] = await rowsOf<Visit>(
    database,
    `SELECT p.id AS "participantId", p.subscriber_id AS "subscriberId", p.participation, p.enrolled_at AS "enrolledAt", s.language, v.id AS "surveyId", v.title, v.languages,
       v.closes_at AS "closesAt", v.time_zone AS "timeZone", v.grace_minutes AS "graceMinutes", v.state, v.privacy,
       v.sender_name AS "senderName", v.sender_email AS "senderEmail",
       v.privacy_url AS "privacyUrl", v.imprint_url AS "imprintUrl", v.version_id AS "versionId",
       CASE WHEN a.participant_id IS NOT NULL THEN jsonb_build_object('versionId', a.version_id::text,
         'answers', a.answers, 'page', a.page, 'language', a.language) END AS saved
     FROM participants p
     JOIN surveys v ON v.id = p.survey_id
     JOIN subscribers s ON s.id = p.subscriber_id
     LEFT JOIN saved_answers a ON a.participant_id = p.id
     WHERE p.id = $1`,
    [participant],
  );
  return visit ?? null;
}

/** Puts what one request brings in place among the answers that are kept already. */
export type MergeAnswers = (kept: Answers) => Answers;

export interface Progress {
  versionId: string;
  answersWith: MergeAnswers;
  page: number;
  language: string;
}

/**
 * Keeps a page of answers and marks the participation as partial. The page is put among what is kept
 * once the participant's row is locked, so that answers of other pages that a second tab saves at the
 * same time stay. Whoever answers takes part, whatever they said before.
 *
 * @returns false if the response was submitted meanwhile; nothing is kept then
 */
export async function saveProgress(
  tx: Database,
  participant: string,
  progress: Progress,
  now: Date,
): Promise<boolean> {
  const open = await rowsOf(
    tx,
    `UPDATE participants SET participation = 'partial', declined_from = NULL
     WHERE id = $1 AND participation NOT IN ('completed', 'screened_out') RETURNING 1`,
    [participant],
  );
  if (open.length === 0) return false;
  const answers = progress.answersWith(await keptAnswers(tx, participant));
  await rowsOf(
    tx,
    `INSERT INTO saved_answers (participant_id, version_id, answers, page, language, begun_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)
     ON CONFLICT (participant_id) DO UPDATE SET
       answers = excluded.answers, page = excluded.page, language = excluded.language, updated_at = excluded.updated_at`,
    [participant, progress.versionId, JSON.stringify(answers), progress.page, progress.language, now],
  );
  return true;
}

/** To be asked under the lock on the participant's row, which whoever writes them holds. */
async function keptAnswers(tx: Database, participant: string): Promise<Answers> {
  const [saved] = await rowsOf<{ answers: Answers }>(
    tx,
    'SELECT answers FROM saved_answers WHERE participant_id = $1',
    [participant],
  );
  return saved?.answers ?? {};
}

export interface Submission {
  participantId: string;
  surveyId: string;
  versionId: string;
  privacy: Privacy;
  timeZone: string;
  /** May throw where the whole cannot be taken; nothing is stored then. */
  answersWith: MergeAnswers;
  language: string;
}

/** The first thing a person does; answers that follow move the participation on. */
export async function markOpened(database: Database, participant: string): Promise<void> {
  await rowsOf(
    database,
    "UPDATE participants SET participation = 'opened' WHERE id = $1 AND participation = 'not_started'",
    [participant],
  );
}

/**
 * Stores a response; to be called in one transaction, durable before anybody is thanked on screen (P6).
 * The participation decides who was first: of fifty submits at once one moves it, the others find it
 * moved. An anonymous response gets neither participant nor time, and its thank-you row comes later.
 *
 * @returns false if there was a response already
 */
export async function storeResponse(tx: Database, submission: Submission, now: Date): Promise<boolean> {
  const { participantId, surveyId, versionId, language } = submission;
  const identified = submission.privacy === 'identified';
  const moved = await rowsOf(
    tx,
    `UPDATE participants SET participation = 'completed', declined_from = NULL,
       completed_at = CASE WHEN $2 THEN $3::timestamptz END,
       completed_on = ($3::timestamptz AT TIME ZONE $4)::date
     WHERE id = $1 AND participation NOT IN ('completed', 'screened_out') RETURNING 1`,
    [participantId, identified, now, submission.timeZone],
  );
  if (moved.length === 0) return false;

  const answers = submission.answersWith(await keptAnswers(tx, participantId));
  await rowsOf(tx, 'DELETE FROM saved_answers WHERE participant_id = $1', [participantId]);
  await rowsOf(
    tx,
    `INSERT INTO responses (survey_id, version_id, participant_id, answers, language, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    identified
      ? [surveyId, versionId, participantId, JSON.stringify(answers), language, now]
      : [surveyId, versionId, null, JSON.stringify(answers), null, null],
  );
  if (identified) await planThankYou(tx, surveyId, participantId, now);
  return true;
}
