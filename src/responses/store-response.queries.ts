import { type Database, rowsOf } from '../database/rows.js';
import { planThankYou } from '../mailing/thank-yous.queries.js';
import { OWNED, type Owner, ownerColumns, ownerValues } from './owner.js';
import { keptAnswers, type MergeAnswers } from './saved-answers.queries.js';

export interface Submission {
  owner: Owner;
  surveyId: string;
  versionId: string;
  timeZone: string;
  /** May throw where the whole cannot be taken; nothing is stored then. */
  answersWith: MergeAnswers;
  language: string;
  /** The questionnaire was not meant for them and ends here. */
  screenedOut: boolean;
}

/** The day of an instant `$n`, as midnight in the zone `$m`: what a pseudonymous response bears of its time. */
export const dayOf = (instant: string, zone: string) =>
  `date_trunc('day', ${instant}::timestamptz, ${zone}::text)`;

/**
 * Stores a response; to be called in one transaction, durable before anybody is thanked on screen (P6).
 * The participation decides who was first: of fifty submits at once one moves it, the others find it
 * moved. A pseudonymous response bears a code and its day, an anonymous one neither person nor time, and
 * its thank-you row comes later. Nobody is thanked for being screened out.
 *
 * @returns false if there was a response already
 */
export async function storeResponse(tx: Database, submission: Submission, now: Date): Promise<boolean> {
  const { owner, surveyId, versionId, timeZone, language, screenedOut } = submission;
  const moved = await rowsOf(
    tx,
    `UPDATE participants SET participation = $2, declined_from = NULL,
       completed_at = CASE WHEN $3 THEN $4::timestamptz END,
       completed_on = ($4::timestamptz AT TIME ZONE $5)::date
     WHERE id = $1 AND participation NOT IN ('completed', 'screened_out') RETURNING 1`,
    [
      owner.participantId,
      screenedOut ? 'screened_out' : 'completed',
      owner.privacy === 'identified',
      now,
      timeZone,
    ],
  );
  if (moved.length === 0) return false;

  const kept = await keptAnswers(tx, owner);
  const answers = JSON.stringify(submission.answersWith(kept?.answers ?? {}));
  if (kept) await rowsOf(tx, 'DELETE FROM saved_answers WHERE id = $1', [kept.id]);
  await rowsOf(
    tx,
    `INSERT INTO responses (survey_id, version_id, participant_id, code, answers, language, screened_out, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7,
       CASE $8 WHEN 'identified' THEN $9::timestamptz WHEN 'pseudonymous' THEN ${dayOf('$9', '$10')} END)`,
    [
      surveyId,
      versionId,
      ...ownerColumns(owner),
      answers,
      owner.privacy === 'anonymous' ? null : language,
      screenedOut,
      owner.privacy,
      now,
      timeZone,
    ],
  );
  if (owner.privacy !== 'anonymous' && !screenedOut)
    await planThankYou(tx, surveyId, owner.participantId, now);
  return true;
}

/**
 * Puts changed answers in the place of those submitted before, which are kept as a revision; in one
 * transaction. What was opened for the change decides who was first: a second submit finds it gone.
 *
 * @returns false if no change was under way
 */
export async function replaceResponse(tx: Database, submission: Submission, now: Date): Promise<boolean> {
  const { owner, versionId, timeZone, language, screenedOut } = submission;
  await rowsOf(tx, 'SELECT FROM participants WHERE id = $1 FOR NO KEY UPDATE', [owner.participantId]);
  const kept = await keptAnswers(tx, owner);
  if (!kept) return false;
  const answers = JSON.stringify(submission.answersWith(kept.answers));
  await rowsOf(tx, 'DELETE FROM saved_answers WHERE id = $1', [kept.id]);
  await rowsOf(
    tx,
    `INSERT INTO response_revisions (response_id, revision, version_id, answers, language, submitted_at)
     SELECT id, revision, version_id, answers, language, coalesce(changed_at, submitted_at) FROM responses WHERE ${OWNED}`,
    ownerValues(owner),
  );
  await rowsOf(
    tx,
    `UPDATE responses SET version_id = $3, answers = $4, language = $5, screened_out = $6, revision = revision + 1,
       changed_at = CASE WHEN $7 THEN $8::timestamptz ELSE ${dayOf('$8', '$9')} END
     WHERE ${OWNED}`,
    [
      ...ownerValues(owner),
      versionId,
      answers,
      language,
      screenedOut,
      owner.privacy === 'identified',
      now,
      timeZone,
    ],
  );
  if (screenedOut)
    await rowsOf(tx, "UPDATE participants SET participation = 'screened_out' WHERE id = $1", [
      owner.participantId,
    ]);
  return true;
}
