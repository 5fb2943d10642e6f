import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import { planAnonymousThankYous } from '../planning/thank-yous.queries.js';

/** Messages `m` of waves `w` that may have gone out in the time that is lost: under way, or open and due by `$1`. */
export const MAY_HAVE_BEEN_SENT = `(m.state = 'handing_over' OR (
  m.state IN ('planned', 'deferred') AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= $1)
  AND (m.wave_id IS NULL OR w.state IN ('planning', 'sending', 'paused', 'held'))))`;

/**
 * Marks messages that may have been sent as uncertain, regardless of the surveys' policy: these may be whole
 * waves, and staff decide. A thank-you of an anonymous survey is taken as sent, for a list of uncertain ones
 * would show who has answered (P8); those that were not planned yet are planned first, in random order, and
 * so taken as sent as well.
 *
 * @returns how many are uncertain now
 */
export async function takeOpenAsUncertain(tx: Database, now: Date): Promise<number> {
  await planAnonymousThankYous(tx, now, 1);
  const { uncertain } = await rowOf<{ uncertain: number }>(
    tx,
    `WITH gone AS (
       SELECT m.id FROM messages m LEFT JOIN waves w ON w.id = m.wave_id
       WHERE ${MAY_HAVE_BEEN_SENT} ORDER BY m.id FOR NO KEY UPDATE OF m
     ), taken AS (
       UPDATE messages m SET reason = 'restored', next_attempt_at = NULL, throttled_by = NULL, settled_at = $1,
         state = CASE WHEN m.kind = 'thank_you' AND v.privacy = 'anonymous' THEN 'accepted' ELSE 'uncertain' END
       FROM gone g, surveys v WHERE m.id = g.id AND v.id = m.survey_id
       RETURNING m.state
     )
     SELECT (count(*) FILTER (WHERE state = 'uncertain'))::int AS uncertain FROM taken`,
    [now],
  );
  // The workers of these rounds belong to the lost time; an outcome that still arrives is settled by its
  // token.
  await rowsOf(tx, 'DELETE FROM rounds');
  return uncertain;
}
