import type { PreparedStatements } from '../../database/prepared-statements.js';
import { sendingIsFree } from '../../safeguards/sending-guard.queries.js';
import {
  CLAIMED,
  type ClaimedRound,
  PERSON,
  roundOf,
  seenValues,
  type TouchedRow,
  type Turn,
  turnValues,
} from './claimed-round.js';
import { settledCte } from './settle.queries.js';

/**
 * Claims thank-yous: the lane that never waits behind a wave. A survey whose sender or whose thank-you is
 * in doubt is left out, and found out about by a lane of its own.
 *
 * @param survey only those of this one; null takes all
 */
export async function claimThankYous(
  statements: PreparedStatements,
  turn: Turn,
  survey: string | null = null,
): Promise<ClaimedRound> {
  const rows = await statements.rows<TouchedRow>(
    'claim-thank-yous',
    `WITH ${settledCte(6, '$1')}, judged AS MATERIALIZED (
       SELECT m.id AS message_id, p.subscriber_id, ${PERSON}, false AS limited, false AS fresh, false AS begins,
         CASE
           WHEN EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key) THEN 'suppressed'
           WHEN s.unsubscribed_at IS NOT NULL THEN 'unsubscribed'
         END AS reason
       FROM (SELECT count(*) FROM settled) AS first
       CROSS JOIN messages m
       JOIN participants p ON p.id = m.participant_id
       JOIN subscribers s ON s.id = p.subscriber_id
       WHERE m.wave_id IS NULL AND m.throttled_by IS NULL AND m.next_attempt_at <= $1 AND m.state IN ('planned', 'deferred')
         AND ${sendingIsFree('m.kind', { name: '$15', at: '$16' })}
         AND ($13::bigint IS NULL OR m.survey_id = $13)
         AND CASE WHEN NOT $5::boolean
           THEN NOT EXISTS (SELECT FROM breakers b WHERE b.kind = 'server' OR b.name = m.survey_id::text)
           ELSE $13 IS NOT NULL OR (m.survey_id IS DISTINCT FROM $14::bigint
             AND NOT EXISTS (SELECT FROM breakers b WHERE b.kind <> 'server' AND b.name = m.survey_id::text)) END
       ORDER BY m.next_attempt_at, m.id
       LIMIT $2
       FOR NO KEY UPDATE OF m SKIP LOCKED
     ), ${CLAIMED}
     SELECT * FROM claimed`,
    [...turnValues(turn), survey, turn.avoid ?? null, ...seenValues(turn)],
  );
  return roundOf(rows, turn.limit, '0');
}
