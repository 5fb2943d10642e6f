import type { HandOver } from '../mail/hand-over.js';
import type { Settlement } from './settle.queries.js';

const FIRST_RETRY_SECONDS = 60;
const LONGEST_RETRY_SECONDS = 4 * 3600;

/**
 * What a hand-over means for the ledger.
 *
 * A refusal that is the sender's fault (policy, block list, authentication) never counts against the
 * person: the message stays planned and the caller holds the wave.
 *
 * @param jitter a number from 0 to 1 that spreads the retries of one moment
 */
export function settlementOf(
  message: { id: string; attempts: number },
  handOver: HandOver,
  now: Date,
  jitter: number,
): Settlement {
  const again = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  const { id } = message;
  switch (handOver.outcome) {
    case 'accepted':
      return { id, state: 'accepted', reason: null, reply: handOver.reply, nextAttemptAt: null };
    case 'deferred':
      return {
        id,
        state: 'deferred',
        reason: null,
        reply: handOver.reply,
        nextAttemptAt: again(retrySeconds(message.attempts) * (0.75 + jitter / 2)),
      };
    case 'refused':
      return handOver.senderFault
        ? {
            id,
            state: 'planned',
            reason: null,
            reply: handOver.reply,
            nextAttemptAt: again(FIRST_RETRY_SECONDS),
          }
        : { id, state: 'refused', reason: 'refused', reply: handOver.reply, nextAttemptAt: null };
    case 'not_handed_over':
      return handOver.fault === 'address'
        ? { id, state: 'refused', reason: 'address', reply: handOver.reason, nextAttemptAt: null }
        : { id, state: 'planned', reason: null, reply: handOver.reason, nextAttemptAt: again(10) };
    case 'uncertain':
      return { id, state: 'uncertain', reason: 'no_reply', reply: handOver.reason, nextAttemptAt: null };
  }
}

/** Exponential back-off (RFC 5321 §4.5.4.1 asks for patience): 1, 2, 4 … minutes, four hours at most. */
function retrySeconds(attempts: number): number {
  return Math.min(FIRST_RETRY_SECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_RETRY_SECONDS);
}
