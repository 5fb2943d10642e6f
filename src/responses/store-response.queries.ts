import { thankYouRow } from '../mailing/thank-yous.queries.js';
import type { PreparedStatements } from '../database/prepared-statements.js';
import { type Database, rowsOf } from '../database/rows.js';
import type { Answers } from '../questionnaire/questionnaire-plan.js';
import { OWNED, type Owner, ownerColumns, ownerValues } from './owner.js';
import { keptAnswers, type MergeAnswers } from './saved-answers.queries.js';
import { BeingMailed } from './unless-mailed.js';

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
 * Stores a response in one transaction, durable before anybody is thanked on screen (P6). The
 * participation decides who was first: of fifty submits at once one moves it, the others find it moved.
 * A pseudonymous response bears a code and its day, an anonymous one neither person nor time, and its
 * thank-you row comes later. Nobody is thanked for being screened out. In an anonymous survey their
 * answers are not stored: both rows would say „screened out“, and where these are few that leads from the
 * person to the answers (P8).
 *
 * Moving the participation locks its row, which keeps further claims away (P3); what is looked at next
 * sees everything that was committed before.
 *
 * @returns false if there was a response already
 * @throws BeingMailed while a mail to this person is just being handed over; nothing is stored then
 */
export async function storeResponse(
  statements: PreparedStatements,
  submission: Submission,
  now: Date,
  mayBeMailed: boolean,
): Promise<boolean> {
  const { owner, surveyId, versionId, timeZone, language, screenedOut } = submission;
  const { participantId, privacy } = owner;
  return statements.transaction(async (rows) => {
    const moved = await rows('move-participation', MOVE_PARTICIPATION, [
      participantId,
      screenedOut ? 'screened_out' : 'completed',
      privacy === 'identified',
      now,
      timeZone,
    ]);
    if (moved.length === 0) return false;

    const [found] = await rows<Found>('before-submit', BEFORE_SUBMIT, [participantId, ...ownerValues(owner)]);
    if (found?.isBeingMailed && !mayBeMailed) throw new BeingMailed();
    const answers = JSON.stringify(submission.answersWith(found?.answers ?? {}));
    if (privacy === 'anonymous' && screenedOut) return true;
    await rows('store-response', STORE_RESPONSE, [
      ...[surveyId, versionId, ...ownerColumns(owner), answers],
      ...[privacy === 'anonymous' ? null : language, screenedOut, privacy, now, timeZone],
      ...[found?.id ?? null, participantId],
    ]);
    return true;
  });
}

/** What there is of a person as they submit. */
interface Found {
  id: string | null;
  answers: Answers | null;
  isBeingMailed: boolean;
}

const MOVE_PARTICIPATION = `
  UPDATE participants SET participation = $2, declined_from = NULL,
    completed_at = CASE WHEN $3 THEN $4::timestamptz END,
    completed_on = ($4::timestamptz AT TIME ZONE $5)::date
  WHERE id = $1 AND participation NOT IN ('completed', 'screened_out') RETURNING 1`;

const BEFORE_SUBMIT = `
  SELECT a.id, a.answers, EXISTS (
      SELECT FROM messages m WHERE m.participant_id = $1 AND m.state = 'handing_over' AND m.kind <> 'thank_you'
    ) AS "isBeingMailed"
  FROM (SELECT 1) one
  LEFT JOIN LATERAL (
    SELECT id, answers FROM saved_answers WHERE participant_id = $2
    UNION ALL SELECT id, answers FROM saved_answers WHERE code = ANY($3)
  ) a ON true`;

const STORE_RESPONSE = `
  WITH stored AS (
    INSERT INTO responses (survey_id, version_id, participant_id, code, answers, language, screened_out, submitted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7,
      CASE $8::text WHEN 'identified' THEN $9::timestamptz WHEN 'pseudonymous' THEN ${dayOf('$9', '$10')} END)
  ), done AS (
    DELETE FROM saved_answers WHERE id = $11
  )
  ${thankYouRow({
    survey: '$1',
    participant: '$12::bigint',
    now: '$9::timestamptz',
    when: `$8::text <> 'anonymous' AND NOT $7::boolean`,
  })}`;

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
