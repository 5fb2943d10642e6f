import { type Database, rowOf, rowsOf } from '../database/rows.js';
import { planAnonymousThankYous } from '../mailing/thank-yous.queries.js';

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

/** Messages `m` of waves `w` that may have gone out in the time that is lost: under way, or open and due by `$1`. */
const MAY_HAVE_GONE = `(m.state = 'handing_over' OR (
  m.state IN ('planned', 'deferred') AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= $1)
  AND (m.wave_id IS NULL OR w.state IN ('planning', 'sending', 'paused', 'held'))))`;

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
  return countMails(database, MAY_HAVE_GONE, [now]);
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

/**
 * Takes what may have gone out as uncertain, whatever the surveys say about uncertain mails otherwise: here it
 * may be whole waves, and staff decide. A thank-you of an anonymous survey is taken as sent, for a list of
 * uncertain ones would show who has answered (P8); those that were not planned yet are planned first, in random
 * order, and so taken as sent as well.
 *
 * @returns how many are uncertain now
 */
export async function takeOpenAsUncertain(tx: Database, now: Date): Promise<number> {
  await planAnonymousThankYous(tx, now, 1);
  const { uncertain } = await rowOf<{ uncertain: number }>(
    tx,
    `WITH gone AS (
       SELECT m.id FROM messages m LEFT JOIN waves w ON w.id = m.wave_id
       WHERE ${MAY_HAVE_GONE} ORDER BY m.id FOR NO KEY UPDATE OF m
     ), taken AS (
       UPDATE messages m SET reason = 'restored', next_attempt_at = NULL, paced_by = NULL, settled_at = $1,
         state = CASE WHEN m.kind = 'thank_you' AND v.privacy = 'anonymous' THEN 'accepted' ELSE 'uncertain' END
       FROM gone g, surveys v WHERE m.id = g.id AND v.id = m.survey_id
       RETURNING m.state
     )
     SELECT (count(*) FILTER (WHERE state = 'uncertain'))::int AS uncertain FROM taken`,
    [now],
  );
  // Whoever held these rounds is gone with the time that is lost; what still comes back is settled by its token.
  await rowsOf(tx, 'DELETE FROM rounds');
  return uncertain;
}
