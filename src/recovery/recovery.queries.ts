import { type Database, rowOf, rowsOf } from '../database/rows.js';
import { MAY_HAVE_BEEN_SENT } from '../ledger/claims/lost-time.queries.js';

/**
 * Waves whose time had come by now and that have not planned all their messages, and those that plan for everybody
 * whose own time comes: in the time that is lost these mails may have gone out.
 */
export async function wavesToPlan(database: Database, now: Date): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    database,
    `SELECT id FROM waves WHERE (state IN ('scheduled', 'planning') AND due_at <= $1)
       OR (state = 'sending' AND rolling AND on_request_of IS NULL) ORDER BY id`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** A wave with mails that may have gone out already. */
export interface AffectedWave {
  id: string;
  surveyId: string;
  title: Record<string, string>;
  messages: number;
}

export interface Affected {
  waves: AffectedWave[];
  thankYous: number;
}

/** What may have gone out in the time that is lost, before anybody has decided about it. */
export function findAffected(database: Database, now: Date): Promise<Affected> {
  return countMails(database, MAY_HAVE_BEEN_SENT, [now]);
}

/** What is uncertain, and still to be decided about. */
export function findUndecided(database: Database): Promise<Affected> {
  return countMails(database, "m.state = 'uncertain'", []);
}

async function countMails(database: Database, which: string, values: unknown[]): Promise<Affected> {
  const waves = await rowsOf<AffectedWave>(
    database,
    `SELECT w.id, w.survey_id AS "surveyId", v.title, count(*)::int AS messages
     FROM messages m JOIN waves w ON w.id = m.wave_id JOIN surveys v ON v.id = w.survey_id
     WHERE ${which} GROUP BY w.id, v.id ORDER BY w.id`,
    values,
  );
  const { thankYous } = await rowOf<{ thankYous: number }>(
    database,
    `SELECT count(*)::int AS "thankYous" FROM messages m LEFT JOIN waves w ON w.id = m.wave_id
     WHERE m.wave_id IS NULL AND ${which}`,
    values,
  );
  return { waves, thankYous };
}
