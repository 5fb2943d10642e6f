import type { Seen } from '../../safeguards/sending-guard.queries.js';
import type { SkipReason } from '../planning/reason-to-skip.js';
import type { Delivery, MessageKind } from '../states/message.entity.js';
import { type Settlement, settledValues } from './settle.queries.js';

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
  /** The mail provider of this person's address, or its domain. */
  provider: string;
  name: string | null;
  salutation: string | null;
  language: string | null;
}

/** The result of a claim. */
export interface ClaimedRound {
  messages: ClaimedMessage[];
  /** How many it did not hand out: people who are skipped at the last moment, or whose provider is throttled. */
  putAside: number;
  /** How many of all of them were claimed for the first time. */
  fresh: number;
  /** The last participant id this claim has reached: later ones are not claimed yet. */
  after: string;
}

/** One step of a lane: records what has come back and claims the next round in the same statement. */
export interface Turn {
  token: string;
  now: Date;
  leaseUntil: Date;
  limit: number;
  /** Whether this claims the single message that probes an open breaker; all others wait for it. */
  probing: boolean;
  /** A survey to leave out of this probe, as its own fault may have opened the breaker. */
  avoid?: string | null;
  /** Outcomes since the last turn. */
  finished: readonly Settlement[];
  /** What the process saw of the database last; without it, that is not checked. */
  seen?: Seen | null;
}

export interface TouchedRow extends ClaimedMessage {
  state: Delivery;
  reason: SkipReason | null;
  /** True if it was claimed for the first time. */
  fresh: boolean;
  /** It had been planned and not tried: it counts among the canary. */
  begins: boolean;
}

/** The CTEs that end every claim; `$1` is now, `$2` the limit, `$3` the token, `$4` the end of the lease. */
export const CLAIMED = `
  claimed AS (
    UPDATE messages m SET
      state = CASE WHEN j.limited THEN m.state WHEN j.reason IS NULL THEN 'handing_over' ELSE 'skipped' END,
      reason = CASE WHEN j.limited THEN m.reason ELSE j.reason END,
      throttled_by = CASE WHEN j.limited THEN j.provider END,
      next_attempt_at = CASE WHEN j.limited THEN $1::timestamptz END,
      attempts = m.attempts + CASE WHEN j.limited OR j.reason IS NOT NULL THEN 0 ELSE 1 END,
      claim_token = CASE WHEN j.limited OR j.reason IS NOT NULL THEN NULL ELSE $3::uuid END,
      settled_at = CASE WHEN NOT j.limited AND j.reason IS NOT NULL THEN $1::timestamptz END
    FROM judged j WHERE m.id = j.message_id
    RETURNING m.id, m.survey_id AS "surveyId", m.kind, m.attempts, m.planned_at AS "plannedAt",
      m.participant_id AS "participantId", j.subscriber_id AS "subscriberId", j.email, j.provider, j.name,
      j.salutation, j.language, m.state, m.reason, j.fresh, j.begins
  ), round AS (
    INSERT INTO rounds (token, lease_until, messages)
    SELECT $3, $4, array_agg(c.id) FROM claimed c WHERE c.state = 'handing_over' HAVING count(*) > 0
  )`;

/** The provider of a subscriber `s`, and what a letter needs to know. */
export const PERSON = `s.email, s.name, s.salutation, s.language,
  coalesce((SELECT d.provider FROM mail_domains d WHERE d.domain = split_part(s.email_key, '@', 2)),
    split_part(s.email_key, '@', 2)) AS provider`;

/** `$1` to `$12` of every claim. */
export function turnValues({ now, limit, token, leaseUntil, probing, finished }: Turn): unknown[] {
  return [now, limit, token, leaseUntil, probing, ...settledValues(finished)];
}

/** What the process saw of the database last, for `sendingIsFree`. */
export function seenValues({ seen }: Turn): unknown[] {
  return [seen?.name ?? null, seen?.seenAt ?? null];
}

/**
 * Those in front of the last one that was claimed have been dealt with; anyone who stands behind it may have
 * been passed over because the round was full.
 */
export function roundOf(rows: readonly TouchedRow[], limit: number, after: string): ClaimedRound {
  const messages = rows.filter((row) => row.state === 'handing_over');
  const decided = rows.filter((row) => row.state === 'handing_over' || row.state === 'skipped');
  const passed = (decided.length >= limit ? decided : rows).filter((row) => row.fresh);
  return {
    messages,
    putAside: rows.length - messages.length,
    fresh: rows.filter((row) => row.fresh).length,
    after: passed.reduce(
      (last, row) => (BigInt(row.participantId) > BigInt(last) ? row.participantId : last),
      after,
    ),
  };
}
