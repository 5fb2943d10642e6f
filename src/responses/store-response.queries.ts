import type { PreparedStatements } from '../database/prepared-statements.js';
import { type Database, rowsOf } from '../database/rows.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import { planThankYou } from '../ledger/planning/thank-yous.queries.js';
import { markChanged } from '../participants/participation.queries.js';
import { OWNED, type Owner, ownerColumns, ownerValues } from './owner.js';
import { keptAnswers, type MergeAnswers } from './saved-answers.queries.js';

export interface Submission {
  owner: Owner;
  surveyId: string;
  versionId: string;
  timeZone: string;
  /** What was kept of them as they came; null where nothing was. */
  known: Answers | null;
  /** May throw where the whole cannot be taken; nothing is stored then. */
  answersWith: MergeAnswers;
  language: string;
  /** The questionnaire was not meant for them and ends here. */
  screenedOut: boolean;
}

/** The day of an instant `$n`, as midnight in the zone `$m`: what a pseudonymous response bears of its time. */
export const dayOf = (instant: string, zone: string) =>
  `date_trunc('day', ${instant}::timestamptz, ${zone}::text)`;

/** One response as the database is asked to store it. */
export interface ToStore {
  submission: Submission;
  /** What the participant answers in all. */
  answers: Answers;
  /** JSON of what was kept of them when these were put together; null where nothing was. */
  known: string | null;
  now: Date;
  /** Stored all the same while a mail to them is being handed over. */
  mayBeMailed: boolean;
}

export interface Stored {
  outcome:
    | 'stored'
    /** There was a response before. */
    | 'there_already'
    /** A mail to them is just being handed over. */
    | 'being_mailed'
    /** Something else is kept of them by now: `kept`. */
    | 'kept_otherwise'
    /** Somebody holds the participation, or another response of the same person is just being stored. */
    | 'busy';
  /** JSON, to be handed back as it came: whatever the database holds, it then knows it again. */
  kept: string | null;
}

/**
 * Stores responses in one transaction and one trip to the database, each if nothing stands against it. The
 * participation decides who was first: of fifty submits at once one moves it, the others find it moved. A
 * pseudonymous response bears a code and its day, an anonymous one neither person nor time, and its thank-you
 * row comes later. Nobody is thanked for being screened out.
 *
 * @param mayWait whether to wait for anyone who holds a participation; several that are stored at once wait
 * for nobody
 * @returns one outcome for each, in their order
 */
export async function storeResponses(
  statements: PreparedStatements,
  responses: readonly ToStore[],
  { mayWait = false }: { mayWait?: boolean } = {},
): Promise<readonly Stored[]> {
  return statements.rows<Stored>(
    'store-responses',
    'SELECT outcome, kept::text AS kept FROM store_responses($1::jsonb, $2)',
    [JSON.stringify(responses.map(given)), mayWait],
  );
}

/** As the database function takes it. */
function given({ submission, answers, known, now, mayBeMailed }: ToStore, place: number): object {
  const { owner, surveyId, versionId, timeZone, language, screenedOut } = submission;
  const { participantId, privacy, codes } = owner;
  const [ownerId, ownerCode] = ownerColumns(owner);
  return {
    place,
    surveyId,
    versionId,
    participantId,
    ownerId,
    ownerCode,
    codes: ownerCode === null ? undefined : codes,
    privacy,
    now,
    timeZone,
    answers,
    language,
    screenedOut,
    known,
    mayBeMailed,
  };
}

/**
 * Puts changed answers in the place of those submitted before, which are kept as a revision; in one
 * transaction. What was opened for the change decides who was first: a second submit finds it gone. A change
 * may lead into being screened out and out of it; anyone who is through by it for the first time is thanked.
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
    `INSERT INTO response_revisions (response_id, revision, version_id, answers, language, screened_out, submitted_at)
     SELECT id, revision, version_id, answers, language, screened_out, coalesce(changed_at, submitted_at) FROM responses WHERE ${OWNED}`,
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
  await noteWhetherScreenedOut(tx, submission, now);
  return true;
}

/** What a change makes of the participation; when it came about stays. */
async function noteWhetherScreenedOut(
  tx: Database,
  { owner: { participantId }, surveyId, screenedOut }: Submission,
  now: Date,
): Promise<void> {
  await markChanged(tx, participantId, screenedOut ? 'screened_out' : 'completed');
  if (screenedOut) return;
  await planThankYou(tx, surveyId, participantId, now);
}
