import type { DataSource } from 'typeorm';
import { preparedRowsOf } from '../database/rows.js';
import type { MessageKind } from './message.entity.js';
import { reasonToSkip } from './reason-to-skip.js';

/** A message that is ours to hand over now, with everything its letter needs about the person. */
export interface ClaimedMessage {
  id: string;
  surveyId: string;
  kind: MessageKind;
  attempts: number;
  plannedAt: Date;
  participantId: string;
  subscriberId: string;
  email: string;
  name: string | null;
  salutation: string | null;
  language: string | null;
  /** Not null: the person dropped out at the last moment and the message is already `skipped`. */
  reason: string | null;
}

export interface Claim {
  token: string;
  now: Date;
  leaseUntil: Date;
  limit: number;
  /** The one message that finds out whether an open breaker may close; all others wait for it. */
  probing: boolean;
}

/** The end of every claim; `$1` is now, `$3` the token, `$4` the end of the lease. */
const MARK_CLAIMED = `
  UPDATE messages m SET
    state = CASE WHEN j.reason IS NULL THEN 'handing_over' ELSE 'skipped' END,
    reason = j.reason,
    attempts = m.attempts + CASE WHEN j.reason IS NULL THEN 1 ELSE 0 END,
    claim_token = CASE WHEN j.reason IS NULL THEN $3::uuid END,
    lease_until = CASE WHEN j.reason IS NULL THEN $4::timestamptz END,
    next_attempt_at = NULL,
    settled_at = CASE WHEN j.reason IS NOT NULL THEN $1::timestamptz END
  FROM judged j WHERE m.id = j.message_id
  RETURNING m.id, m.survey_id AS "surveyId", m.kind, m.attempts, m.planned_at AS "plannedAt", m.participant_id AS "participantId",
    j.subscriber_id AS "subscriberId", j.email, j.name, j.salutation, j.language, j.reason`;

/**
 * Claims a round of a wave: picks what is due, checks P3 once more, and marks the rest `handing_over`,
 * all in one statement. The participants are read under lock, so a submit that committed before this
 * statement locked them is seen; one that commits later finds the message already under way.
 * SKIP LOCKED lets several workers share a wave without waiting or overlapping.
 */
export async function claimOfWave(
  dataSource: DataSource,
  wave: string,
  claim: Claim,
): Promise<ClaimedMessage[]> {
  return preparedRowsOf<ClaimedMessage>(
    dataSource,
    'claim-of-wave',
    `WITH picked AS MATERIALIZED (
       SELECT m.id AS message_id, p.*
       FROM waves w
       JOIN messages m ON m.wave_id = w.id
       JOIN participants p ON p.id = m.participant_id
       WHERE w.id = $5 AND w.state = 'sending' AND m.state IN ('planned', 'deferred') AND m.next_attempt_at <= $1
         AND ($6::boolean OR NOT EXISTS (SELECT FROM breakers))
       ORDER BY m.next_attempt_at, m.id
       LIMIT $2
       FOR NO KEY UPDATE OF m, p SKIP LOCKED
     ), judged AS MATERIALIZED (
       SELECT p.message_id, s.id AS subscriber_id, s.email, s.name, s.salutation, s.language,
         ${reasonToSkip('$1', 'p.message_id')} AS reason
       FROM picked p
       JOIN waves w ON w.id = $5
       JOIN surveys v ON v.id = w.survey_id
       JOIN subscribers s ON s.id = p.subscriber_id
     )
     ${MARK_CLAIMED}`,
    [claim.now, claim.limit, claim.token, claim.leaseUntil, wave, claim.probing],
  );
}

/** Claims thank-yous of all surveys: the lane that never waits behind a wave. */
export async function claimThankYous(dataSource: DataSource, claim: Claim): Promise<ClaimedMessage[]> {
  return preparedRowsOf<ClaimedMessage>(
    dataSource,
    'claim-thank-yous',
    `WITH judged AS MATERIALIZED (
       SELECT m.id AS message_id, s.id AS subscriber_id, s.email, s.name, s.salutation, s.language,
         CASE
           WHEN EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key) THEN 'suppressed'
           WHEN s.unsubscribed_at IS NOT NULL THEN 'unsubscribed'
         END AS reason
       FROM messages m
       JOIN participants p ON p.id = m.participant_id
       JOIN subscribers s ON s.id = p.subscriber_id
       WHERE m.kind = 'thank_you' AND m.state IN ('planned', 'deferred') AND m.next_attempt_at <= $1
         AND ($5::boolean OR NOT EXISTS (SELECT FROM breakers))
       ORDER BY m.next_attempt_at, m.id
       LIMIT $2
       FOR NO KEY UPDATE OF m SKIP LOCKED
     )
     ${MARK_CLAIMED}`,
    [claim.now, claim.limit, claim.token, claim.leaseUntil, claim.probing],
  );
}
