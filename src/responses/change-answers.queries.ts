import { type Database, rowsOf } from '../database/rows.js';
import { OWNED, type Owner, ownerValues } from './owner.js';
import { insertSaved, keepPage, keptAnswers, type Progress } from './saved-answers.queries.js';
import { findOwnResponse } from './visit.queries.js';

/**
 * Opens what somebody has submitted for changing: a copy beside the response, which holds until the copy is
 * submitted. Opened again, it goes on with the copy there is.
 *
 * @returns false if there is no response, or nobody any more whose it is
 */
export async function openForChange(
  tx: Database,
  owner: Owner,
  language: string,
  now: Date,
): Promise<boolean> {
  // A pseudonymous response stays when its person is erased; nobody is there to change it.
  if (!(await lockCompleted(tx, owner))) return false;
  if (await keptAnswers(tx, owner)) return true;
  const response = await findOwnResponse(tx, owner);
  if (!response) return false;
  const { versionId, answers } = response;
  await insertSaved(tx, owner, { versionId, answers, page: 0, unfinished: null, language }, now);
  return true;
}

/** Keeps a page of a change that is under way. @returns false if it no longer is */
export async function saveChange(
  tx: Database,
  owner: Owner,
  progress: Progress,
  now: Date,
): Promise<boolean> {
  await lockCompleted(tx, owner);
  const kept = await keptAnswers(tx, owner);
  if (kept) await keepPage(tx, kept, progress, now);
  return kept !== null;
}

/** Gives a change up; what was submitted stays. */
export async function dropChange(tx: Database, owner: Owner): Promise<void> {
  await lockCompleted(tx, owner);
  await rowsOf(tx, `DELETE FROM saved_answers WHERE ${OWNED}`, ownerValues(owner));
}

/** @returns false if the person is gone */
async function lockCompleted(tx: Database, { participantId }: Owner): Promise<boolean> {
  const there = await rowsOf(tx, 'SELECT 1 FROM participants WHERE id = $1 FOR NO KEY UPDATE', [
    participantId,
  ]);
  return there.length > 0;
}
