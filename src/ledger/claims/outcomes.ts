import { textOfPacked } from '../../common/coded-text.js';
import type { HandOver } from '../../smtp/hand-over.js';
import { reasonOfRefusal } from '../../replies/reason-of-refusal.rules.js';
import type { Settlement } from './settle.queries.js';

const FIRST_RETRY_SECONDS = 60;
const LONGEST_RETRY_SECONDS = 4 * 3600;

/** When a mail is tried again that did not get its turn in time. */
const SOON_MS = 2000;
/** So long others of its kind are tried before it, when more than this mail seems to be at fault. */
const REQUEUE_DELAY_MS = 10_000;
/** So often a mail may be refused for reasons that lie with us before it counts as refused for good. */
const MAX_POLICY_REFUSALS = 6;
/** RFC 5321 §4.5.4.1: give up after four to five days. */
const LONGEST_DEFERRAL_DAYS = 5;

/**
 * What a hand-over means for the ledger.
 *
 * Only what is said about somebody's own mailbox is a refusal of the person: `refused` where it is not
 * there (any more), `refused_soft` where it is full or takes mail only from some. What lies with the sender,
 * the letter, the provider or the server is tried again later, after others, so that one that is never taken
 * cannot block them; in the end its reason is whose fault it was. A refusal that is nobody's clear fault is
 * `unclear`.
 *
 * @param jitter a number from 0 to 1 that spreads the retries of one moment
 * @param opensBreaker its reply was said of more than this mail, and a breaker waits: no attempt is spent
 */
export function settlementOf(
  message: { id: string; attempts: number; plannedAt: Date },
  handOver: HandOver,
  now: Date,
  jitter: number,
  opensBreaker = false,
): Omit<Settlement, 'token'> {
  const decision =
    opensBreaker && 'judgement' in handOver
      ? plannedAgain(message.id, handOver.reply, new Date(now.getTime() + REQUEUE_DELAY_MS))
      : decisionOn(message, handOver, now, jitter);
  return { server: handOver.server ?? null, ...decision };
}

function plannedAgain(id: string, reply: string, nextAttemptAt: Date): Omit<Settlement, 'server' | 'token'> {
  return { id, state: 'planned', reason: null, reply, nextAttemptAt };
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
        ? {
            id,
            state: 'refused',
            reason: handOver.judgement.blame === 'person' ? 'refused_soft' : 'deferred_too_long',
            reply: handOver.reply,
            nextAttemptAt: null,
          }
        : { id, state: 'deferred', reason: null, reply: handOver.reply, nextAttemptAt: later };
    case 'refused': {
      const reason = reasonOfRefusal(handOver.judgement);
      const { blame } = handOver.judgement;
      return blame === 'person' || blame === 'unknown' || attempts >= MAX_POLICY_REFUSALS
        ? { id, state: 'refused', reason, reply: handOver.reply, nextAttemptAt: null }
        : { id, state: 'deferred', reason, reply: handOver.reply, nextAttemptAt: later };
    }
    case 'not_handed_over':
      return handOver.fault === 'address'
        ? { id, state: 'refused', reason: 'address', reply: handOver.reason, nextAttemptAt: null }
        : plannedAgain(
            id,
            textOfPacked(handOver.reason, 'en'),
            handOver.fault === 'late' ? new Date(now.getTime() + SOON_MS) : now,
          );
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
