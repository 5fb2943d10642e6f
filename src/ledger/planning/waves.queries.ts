import { type EntityManager, In, IsNull } from 'typeorm';
import { NotFound } from '../../common/errors.js';
import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import { type Audience, type HeldBy, Wave } from '../states/wave.entity.js';

/** All waves of a survey, in the order they are due. */
export async function wavesOf(tx: EntityManager, surveyId: string): Promise<Wave[]> {
  return tx.find(Wave, { where: { surveyId }, order: { dueAt: 'ASC', id: 'ASC' } });
}

/** Those that still wait for their time, the invitation first. */
export async function wavesNotBegun(tx: EntityManager, surveyId: string): Promise<Wave[]> {
  return tx.find(Wave, {
    where: { surveyId, startedAt: IsNull(), state: In(['scheduled', 'paused']) },
    order: { kind: 'ASC', id: 'ASC' },
  });
}

/**
 * A wave that nobody else changes until the transaction is over.
 *
 * @throws NotFound
 */
export async function lockWave(tx: EntityManager, id: string): Promise<Wave> {
  const wave = await tx.findOne(Wave, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!wave) throw new NotFound('wave', id);
  return wave;
}

/** When the survey's first invitation went or goes out; null: none is scheduled. */
export async function invitedAt(database: Database, surveyId: string): Promise<Date | null> {
  const [row] = await rowsOf<{ at: Date | null }>(
    database,
    `SELECT min(coalesce(started_at, due_at)) AS at FROM waves
     WHERE survey_id = $1 AND kind = 'invitation' AND state <> 'cancelled'`,
    [surveyId],
  );
  return row?.at ?? null;
}

/** Whether an invitation is due before an instant and nothing keeps it from going out. */
export async function isInvitedBefore(database: Database, surveyId: string, at: Date): Promise<boolean> {
  const rows = await rowsOf(
    database,
    `SELECT FROM waves WHERE survey_id = $1 AND kind = 'invitation' AND due_at < $2
       AND state IN ('scheduled', 'planning', 'sending', 'paused') LIMIT 1`,
    [surveyId, at],
  );
  return rows.length > 0;
}

/** What a new wave is made of; what is left out is as usual. */
export interface NewWave extends Pick<
  Wave,
  'surveyId' | 'kind' | 'sendAt' | 'dueAt' | 'words' | 'createdAt'
> {
  audience?: Audience | undefined;
  segmentId?: string | null | undefined;
  rolling?: boolean | undefined;
  exceedsBecause?: string | null | undefined;
  ignoreWindow?: boolean | undefined;
  ignoreGap?: boolean | undefined;
  ignoreCanary?: boolean | undefined;
}

/** Puts a wave on a survey's plan, where it waits for its time. */
export async function addWave(tx: EntityManager, wave: NewWave): Promise<Wave> {
  const { surveyId, kind, sendAt, dueAt, words, createdAt } = wave;
  return tx.save(
    tx.create(Wave, {
      surveyId,
      kind,
      state: 'scheduled',
      sendAt,
      dueAt,
      audience: wave.audience ?? 'not_completed',
      words,
      segmentId: wave.segmentId ?? null,
      rolling: wave.rolling ?? false,
      onRequestOf: null,
      joinersCheckedAt: null,
      exceedsBecause: wave.exceedsBecause ?? null,
      ignoreWindow: wave.ignoreWindow ?? false,
      ignoreGap: wave.ignoreGap ?? false,
      ignoreCanary: wave.ignoreCanary ?? false,
      heldBy: null,
      heldReason: null,
      canaryPassedAt: null,
      fullyClaimed: false,
      createdAt,
      startedAt: null,
      finishedAt: null,
    }),
  );
}

/** Writes down what staff changed of a wave that is locked. */
export async function saveWave(tx: EntityManager, wave: Wave): Promise<Wave> {
  return tx.save(wave);
}

/** Rewrites the letter and nothing else: somebody may be sending the wave. */
export async function rewriteWave(
  tx: EntityManager,
  { id, words }: Pick<Wave, 'id' | 'words'>,
): Promise<void> {
  await tx.update(Wave, { id }, { words });
}

/**
 * Moves a wave that has not begun, and nothing else of it: somebody may be pausing or cancelling it.
 *
 * @returns whether it still had not begun
 */
export async function moveWave(tx: Database, id: string, dueAt: Date): Promise<boolean> {
  const moved = await rowsOf(
    tx,
    `UPDATE waves SET due_at = $2 WHERE id = $1 AND started_at IS NULL AND state IN ('scheduled', 'paused') RETURNING 1`,
    [id, dueAt],
  );
  return moved.length > 0;
}

/** Rolling waves of a survey that ended with it go on. */
export async function reopenRollingWaves(tx: Database, survey: string): Promise<void> {
  await rowsOf(
    tx,
    "UPDATE waves SET state = 'sending', finished_at = NULL WHERE survey_id = $1 AND rolling AND state = 'finished'",
    [survey],
  );
}

/** Rolling waves under way: they have to plan again when somebody has joined. */
export async function rollingWaves(database: Database, survey: string): Promise<string[]> {
  const waves = await rowsOf<{ id: string }>(
    database,
    "SELECT id FROM waves WHERE survey_id = $1 AND rolling AND state = 'sending'",
    [survey],
  );
  return waves.map(({ id }) => id);
}

/**
 * Begins to plan a wave whose time has come, and fixes the moment whose participants are written to; under
 * the lock on its survey that enrolment takes too, so anyone who was enrolled before that moment is there to
 * be seen.
 *
 * @returns false for one that is not due or not to be started
 */
export async function beginPlanning(tx: Database, wave: string, now: Date): Promise<boolean> {
  await rowsOf(
    tx,
    'SELECT FROM surveys WHERE id = (SELECT survey_id FROM waves WHERE id = $1) FOR NO KEY UPDATE',
    [wave],
  );
  const begun = await rowsOf(
    tx,
    `UPDATE waves SET state = 'planning', started_at = coalesce(started_at, $2)
     WHERE id = $1 AND (state = 'planning' OR (state = 'scheduled' AND due_at <= $2)) RETURNING 1`,
    [wave, now],
  );
  return begun.length > 0;
}

/**
 * Lets a planned wave be sent.
 *
 * @param missing participants without a row; with any of them it waits for the next sweep
 * @returns false too for one that was paused or cancelled meanwhile
 */
export async function beginSending(database: Database, wave: string, missing: number): Promise<boolean> {
  const sending = await rowsOf(
    database,
    "UPDATE waves SET state = 'sending' WHERE id = $1 AND state = 'planning' AND $2::int = 0 RETURNING 1",
    [wave, missing],
  );
  return sending.length > 0;
}

/** Stops a wave of which nothing is planned yet. @returns whether this call did */
export async function holdUnplanned(database: Database, wave: string, reason: string): Promise<boolean> {
  const held = await rowsOf(
    database,
    `UPDATE waves SET state = 'held', held_reason = $2
     WHERE id = $1 AND state = 'planning' AND NOT EXISTS (SELECT FROM messages m WHERE m.wave_id = $1) RETURNING 1`,
    [wave, reason],
  );
  return held.length > 0;
}

/** Stops a wave before more people are tried, until staff decide. @returns whether this call did */
export async function holdWave(
  database: Database,
  wave: string,
  by: HeldBy,
  reason: string,
): Promise<boolean> {
  const held = await rowsOf(
    database,
    "UPDATE waves SET state = 'held', held_by = $2, held_reason = $3 WHERE id = $1 AND state = 'sending' RETURNING 1",
    [wave, by, reason],
  );
  return held.length > 0;
}

/** Notes when planning looked last for people whose time has come in a rolling wave. */
export async function notePlanned(database: Database, wave: string, now: Date): Promise<void> {
  await rowsOf(database, 'UPDATE waves SET joiners_checked_at = $2 WHERE id = $1', [wave, now]);
}

/** What a wave's letters are made from is as it was for as long as this is the same. */
export async function letterVersionOf(database: Database, wave: string): Promise<string> {
  const { version } = await rowOf<{ version: string }>(
    database,
    `SELECT w.xmin::text || '.' || v.xmin::text AS version
     FROM waves w JOIN surveys v ON v.id = w.survey_id WHERE w.id = $1`,
    [wave],
  );
  return version;
}
