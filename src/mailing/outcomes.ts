import type { HandOver } from '../mail/hand-over.js';
import type { Settlement } from './settle.queries.js';

const FIRST_RETRY_SECONDS = 60;
const LONGEST_RETRY_SECONDS = 4 * 3600;

/** When a mail is tried again that did not get its turn in time. */
const SOON_MS = 2000;
/** So often a mail may be refused for reasons that lie with us before it counts as refused for good. */
const MOST_POLICY_REFUSALS = 6;
/** RFC 5321 §4.5.4.1: give up after four to five days. */
const LONGEST_DEFERRAL_DAYS = 5;

/**
 * What a hand-over means for the ledger.
 *
 * A refusal that is the sender's fault (policy, block list, log-in) never counts against the person:
 * the message is tried again later, after others, so that one that is never taken cannot block them.
 *
 * @param jitter a number from 0 to 1 that spreads the retries of one moment
 */
export function settlementOf(
  message: { id: string; attempts: number; plannedAt: Date },
  handOver: HandOver,
  now: Date,
  jitter: number,
): Omit<Settlement, 'token'> {
  return { server: handOver.server ?? null, ...decisionOn(message, handOver, now, jitter) };
}

function decisionOn(
  message: { id: string; attempts: number; plannedAt: Date },
  handOver: HandOver,
  now: Date,
  jitter: number,
): Omit<Settlement, 'server' | 'token'> {
  const { id, attempts } = message;
  const later = new Date(now.getTime() + retrySeconds(attempts) * (0.75 + jitter / 2) * 1000);
  switch (handOver.outcome) {
    case 'accepted':
      return { id, state: 'accepted', reason: null, reply: handOver.reply, nextAttemptAt: null };
    case 'deferred':
      return daysBetween(message.plannedAt, now) >= LONGEST_DEFERRAL_DAYS
        ? { id, state: 'refused', reason: 'deferred_too_long', reply: handOver.reply, nextAttemptAt: null }
        : { id, state: 'deferred', reason: null, reply: handOver.reply, nextAttemptAt: later };
    case 'refused':
      return handOver.judgement.blame !== 'person' && attempts < MOST_POLICY_REFUSALS
        ? { id, state: 'deferred', reason: 'policy', reply: handOver.reply, nextAttemptAt: later }
        : {
            id,
            state: 'refused',
            reason: handOver.judgement.blame !== 'person' ? 'policy' : 'refused',
            reply: handOver.reply,
            nextAttemptAt: null,
          };
    case 'not_handed_over':
      return handOver.fault === 'address'
        ? { id, state: 'refused', reason: 'address', reply: handOver.reason, nextAttemptAt: null }
        : {
            id,
            state: 'planned',
            reason: null,
            reply: handOver.reason,
            nextAttemptAt: handOver.fault === 'late' ? new Date(now.getTime() + SOON_MS) : now,
          };
    case 'uncertain':
      return { id, state: 'uncertain', reason: 'no_reply', reply: handOver.reason, nextAttemptAt: null };
  }
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 86_400_000;
}

/** Exponential back-off (RFC 5321 §4.5.4.1 asks for patience): 1, 2, 4 … minutes, four hours at most. */
function retrySeconds(attempts: number): number {
  return Math.min(FIRST_RETRY_SECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_RETRY_SECONDS);
}
