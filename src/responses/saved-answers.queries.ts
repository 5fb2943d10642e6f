import type { DataSource } from 'typeorm';
import { type Database, rowsOf } from '../database/rows.js';
import { markPartial } from '../participants/participation.queries.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import { OWNED, type Owner, ownerColumns, ownerValues } from './owner.js';
import type { Unfinished } from './unfinished.js';

/** Puts what one request brings in place among the answers that are kept already. */
export type MergeAnswers = (kept: Answers) => Answers;

export interface Progress {
  versionId: string;
  answersWith: MergeAnswers;
  /** Page to go on with, from 0. */
  page: number;
  /** The page the answers come from. */
  from: number;
  /** That page as it was typed, where it was left backwards with something wrong on it. */
  unfinished: Unfinished | null;
  language: string;
}

/**
 * What is kept of somebody so far. To be asked under the lock on the participant's row, which anyone who
 * writes it holds.
 */
export async function keptAnswers(
  tx: Database,
  owner: Owner,
): Promise<{ id: string; answers: Answers } | null> {
  const [saved] = await rowsOf<{ id: string; answers: Answers }>(
    tx,
    `SELECT id, answers FROM saved_answers WHERE ${OWNED}`,
    ownerValues(owner),
  );
  return saved ?? null;
}

/** What is kept of somebody once a transaction that is writing it has ended; as JSON, null where nothing is. */
export async function keptByNow(dataSource: DataSource, owner: Owner): Promise<string | null> {
  return dataSource.transaction(async (tx) => {
    await rowsOf(tx, 'SELECT FROM participants WHERE id = $1 FOR NO KEY UPDATE', [owner.participantId]);
    const [saved] = await rowsOf<{ kept: string }>(
      tx,
      `SELECT answers::text AS kept FROM saved_answers WHERE ${OWNED}`,
      ownerValues(owner),
    );
    return saved?.kept ?? null;
  });
}

/**
 * Keeps a page of answers and marks the participation as partial. The page is put among what is kept once the
 * participant's row is locked, so that answers of other pages that a second tab saves at the same time stay.
 * Anyone who answers takes part, whatever they said before.
 *
 * @returns false if the response was submitted meanwhile; nothing is kept then
 */
export async function saveProgress(
  tx: Database,
  owner: Owner,
  progress: Progress,
  now: Date,
): Promise<boolean> {
  if (!(await markPartial(tx, owner.participantId))) return false;
  const kept = await keptAnswers(tx, owner);
  if (kept) await keepPage(tx, kept, progress, now);
  else await insertSaved(tx, owner, { ...progress, answers: progress.answersWith({}) }, now);
  return true;
}

/** The first row of somebody; to be called under the lock on the participant's row, if there is none. */
export async function insertSaved(
  tx: Database,
  owner: Owner,
  saved: Pick<Progress, 'versionId' | 'page' | 'unfinished' | 'language'> & { answers: Answers },
  now: Date,
): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO saved_answers (participant_id, code, version_id, answers, page, unfinished, language, begun_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      ...ownerColumns(owner),
      saved.versionId,
      JSON.stringify(saved.answers),
      saved.page,
      saved.unfinished && JSON.stringify(saved.unfinished),
      saved.language,
      now,
    ],
  );
}

/** Puts a page among what is kept. What was left unfinished of another page stays. */
export async function keepPage(
  tx: Database,
  kept: { id: string; answers: Answers },
  { answersWith, page, from, unfinished, language }: Progress,
  now: Date,
): Promise<void> {
  await rowsOf(
    tx,
    `UPDATE saved_answers SET answers = $2, page = $3, language = $4, updated_at = $5,
       unfinished = coalesce($6::jsonb, CASE WHEN (unfinished ->> 'page')::int <> $7 THEN unfinished END)
     WHERE id = $1`,
    [
      kept.id,
      JSON.stringify(answersWith(kept.answers)),
      page,
      language,
      now,
      unfinished && JSON.stringify(unfinished),
      from,
    ],
  );
}

/** Drops what is kept under the codes of people who are erased; no foreign key leads to it. */
export async function dropSavedByCode(tx: Database, codes: readonly string[]): Promise<void> {
  if (codes.length > 0) await rowsOf(tx, 'DELETE FROM saved_answers WHERE code = ANY($1::text[])', [codes]);
}
