import { type Database, rowOf, rowsOf } from '../database/rows.js';
import type { Survey } from '../surveys/survey.entity.js';

/** Personal answers and those of the open link are released each by themselves. */
export const pools = ['personal', 'open'] as const;
export type Pool = (typeof pools)[number];

/** The newest revision of a response `r` is not shown yet. */
const WAITS = 'r.participant_id IS NULL AND r.released_revision IS DISTINCT FROM r.revision';

/**
 * It may be drawn. Of an anonymous response only once it is mixed: it bears no trace of its writing any more,
 * and what a release leaves tells no more than which were released together.
 */
const IN_POOL = `${WAITS} AND r.withdrawn_on IS NULL AND (r.is_mixed OR r.submitted_at IS NOT NULL)`;

export type SurveyOfPool = Pick<Survey, 'id' | 'state' | 'closesAt' | 'graceMinutes'>;

/** Pools that hold answers which wait, of all surveys that promise something. */
export async function waitingPools(
  database: Database,
): Promise<{ survey: SurveyOfPool; pool: Pool; waiting: number }[]> {
  const rows = await rowsOf<SurveyOfPool & { pool: Pool; waiting: number }>(
    database,
    `SELECT v.id, v.state, v.closes_at AS "closesAt", v.grace_minutes AS "graceMinutes", w.pool, w.waiting
     FROM surveys v CROSS JOIN LATERAL (
       SELECT r.via AS pool, count(*)::int AS waiting FROM responses r
       WHERE r.survey_id = v.id AND ${IN_POOL} GROUP BY r.via
     ) w
     WHERE v.privacy <> 'identified' ORDER BY v.id, w.pool`,
  );
  return rows.map(({ pool, waiting, ...survey }) => ({ survey, pool, waiting }));
}

/** Locks what waits in a pool until the transaction ends, so that nobody changes it meanwhile. */
export async function lockPool(tx: Database, survey: string, pool: Pool): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT r.id FROM responses r WHERE r.survey_id = $1 AND r.via = $2 AND ${IN_POOL} FOR NO KEY UPDATE`,
    [survey, pool],
  );
  return rows.map(({ id }) => id);
}

/** How many responses may be shown, and how many have never been shown. */
export interface ResponseCounts {
  shown: number;
  /** Of those shown. */
  open: number;
  /** Without those that were changed since they were shown: of a change nobody is told. */
  waiting: Record<Pool, number>;
}

export async function countResponses(
  database: Database,
  { id, privacy }: Pick<Survey, 'id' | 'privacy'>,
): Promise<ResponseCounts> {
  const shown = "($2 = 'identified' OR released_revision IS NOT NULL)";
  const row = await rowOf<{ shown: number; open: number; personal: number; openWaiting: number }>(
    database,
    `SELECT (count(*) FILTER (WHERE ${shown}))::int AS shown,
       (count(*) FILTER (WHERE ${shown} AND via = 'open'))::int AS open,
       (count(*) FILTER (WHERE NOT ${shown} AND via = 'personal'))::int AS personal,
       (count(*) FILTER (WHERE NOT ${shown} AND via = 'open'))::int AS "openWaiting"
     FROM responses WHERE survey_id = $1`,
    [id, privacy],
  );
  return {
    shown: row.shown,
    open: row.open,
    waiting: { personal: row.personal, open: row.openWaiting },
  };
}
