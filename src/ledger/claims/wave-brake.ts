import { coded, type CodedText } from '../../common/coded-text.js';
import type { Delivery } from '../states/message.entity.js';

/** How many of a wave go first: five in a hundred, at least fifty. */
const CANARY_SHARE = 0.05;
const CANARY_LEAST = 50;
/** More mails than this that went wrong, among what was settled, hold a wave. */
const MAX_FAILED_SHARE = 0.1;
/** Of this many mails in a row no more than half may be uncertain, however many went well before. */
const RECENT = 100;

/** How many of a wave go ahead of the others. @param recipients messages that are not skipped */
export function canarySizeOf(recipients: number): number {
  return Math.max(CANARY_LEAST, Math.ceil(recipients * CANARY_SHARE));
}

/** What became of messages, as far as the brake looks at them. */
export interface Tally {
  accepted: number;
  refused: number;
  /** The connection broke before the server had answered. */
  uncertain: number;
}

/** What became of all that a canary has begun. */
export interface CanaryFacts extends Tally {
  size: number;
  /** Neither planned nor skipped; never more than `size`. */
  begun: number;
  /** Our own process broke off; says nothing about the mail server. */
  interrupted: number;
  /** Being handed over now. */
  underWay: number;
  /** Deferred once; their second attempt is still to come. */
  deferredOnce: number;
  /** Deferred, and their second attempt was too. */
  deferredTwice: number;
}

export type CanaryVerdict = { is: 'open' } | { is: 'passed' } | { is: 'held'; reason: CodedText };

/**
 * Whether the rest of a wave may follow its canary. A deferral is no failure yet, as greylisting is normal:
 * it keeps the canary open until its second attempt, unless so few are deferred that they could not change
 * the outcome. Nothing passes of which most was not accepted.
 */
export function canaryVerdict(facts: CanaryFacts): CanaryVerdict {
  const { size, begun, underWay, accepted, interrupted, deferredOnce, deferredTwice } = facts;
  const reason = tooManyFailed(facts);
  if (reason !== null) return { is: 'held', reason };
  if (begun < size || underWay > 0) return { is: 'open' };

  const failed = facts.refused + facts.uncertain;
  const missing = failed + interrupted + deferredOnce + deferredTwice;
  if (missing <= size * MAX_FAILED_SHARE) return { is: 'passed' };
  if (deferredOnce > 0) return { is: 'open' };
  if (accepted >= size / 2) return { is: 'passed' };
  return { is: 'held', reason: coded('wave.not_accepted', { failed: begun - accepted, all: begun }) };
}

/** Why a wave is to be held with this many refused and uncertain; null as long as they are few. */
function tooManyFailed({ accepted, refused, uncertain }: Tally): CodedText | null {
  const all = accepted + refused + uncertain;
  if (all < CANARY_LEAST || refused + uncertain <= all * MAX_FAILED_SHARE) return null;
  if (uncertain === 0) return coded('wave.refused', { failed: refused, all });
  return refused === 0
    ? coded('wave.uncertain', { failed: uncertain, all })
    : coded('wave.refused_and_uncertain', { refused, uncertain, all });
}

/**
 * Watches one wave while this process sends it, and stops it when too many mails are refused or uncertain,
 * before a bad list has cost the sender's reputation or a bad server has used up the wave.
 */
export class WaveBrake {
  private readonly tally: Tally;
  private late = 0;
  private letterFailures = 0;
  /** Whether each of the last mails was uncertain. */
  private readonly recent: boolean[] = [];

  /**
   * @param canarySize how many go ahead of the others
   * @param before what had become of the wave before this run; counts only until the canary has passed
   */
  constructor(
    readonly canarySize: number,
    before: Tally,
    private passed: boolean,
  ) {
    this.tally = passed ? { accepted: 0, refused: 0, uncertain: 0 } : { ...before };
  }

  /** Only the canary may be begun. */
  get isCanary(): boolean {
    return !this.passed;
  }

  /**
   * Notes what became of one message.
   *
   * @param isLate its time ran out before the server had answered
   * @returns why the wave must be held, or null
   */
  settled(state: Delivery, isLate = false): CodedText | null {
    if (state === 'accepted' || state === 'refused' || state === 'uncertain') {
      this.tally[state] += 1;
      this.recent.push(state === 'uncertain');
      if (this.recent.length > RECENT) this.recent.shift();
    }
    if (isLate) this.late += 1;
    return tooManyFailed(this.tally) ?? (this.passed ? this.recentOutcomes() : this.atOnce());
  }

  /** The server says of a mail that it is the letter's fault. @returns whether that is so of too many */
  letterFailed(): boolean {
    this.letterFailures += 1;
    return this.letterFailures > this.tally.accepted * MAX_FAILED_SHARE;
  }

  /** The rest may go; counts anew from here. */
  pass(): void {
    this.passed = true;
    Object.assign(this.tally, { accepted: 0, refused: 0, uncertain: 0 });
  }

  /** In a canary, mails that nobody knows about are not waited for once they outnumber the accepted ones. */
  private atOnce(): CodedText | null {
    const { accepted, uncertain } = this.tally;
    const unclear = uncertain + this.late;
    if (unclear <= this.canarySize * MAX_FAILED_SHARE || unclear <= accepted) return null;
    const all = accepted + unclear;
    return this.late > uncertain
      ? coded('wave.late', { failed: this.late, all })
      : coded('wave.uncertain', { failed: uncertain, all });
  }

  private recentOutcomes(): CodedText | null {
    const uncertain = this.recent.filter(Boolean).length;
    return uncertain > RECENT / 2
      ? coded('wave.uncertain', { failed: uncertain, all: this.recent.length })
      : null;
  }
}
