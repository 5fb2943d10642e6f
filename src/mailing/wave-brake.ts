import type { Delivery } from './message.entity.js';

/** How many of a wave go first: five in a hundred, at least fifty. */
const CANARY_SHARE = 0.05;
const CANARY_LEAST = 50;
/** More refusals than this among what was settled hold a wave. */
const MOST_REFUSED_SHARE = 0.1;

/** What became of messages, as far as the brake looks at them. */
export interface Tally {
  accepted: number;
  refused: number;
}

/**
 * Watches one wave while it is sent: lets only the first few percent go until they have been settled,
 * and stops the wave when too many are refused, before a bad list has cost the sender's reputation.
 */
export class WaveBrake {
  private readonly canarySize: number;
  private readonly tally: Tally;
  private begun: number;

  /**
   * @param recipients messages of the wave that are not skipped
   * @param before what had become of them before this run; counts only until the canary has passed
   */
  constructor(
    recipients: number,
    before: Tally & { begun: number },
    private passed: boolean,
  ) {
    this.canarySize = Math.max(CANARY_LEAST, Math.ceil(recipients * CANARY_SHARE));
    this.tally = passed
      ? { accepted: 0, refused: 0 }
      : { accepted: before.accepted, refused: before.refused };
    this.begun = before.begun;
  }

  /** How many may be claimed now of the number that could be. */
  allow(wanted: number): number {
    return this.passed ? wanted : Math.max(0, Math.min(wanted, this.canarySize - this.begun));
  }

  /** Notes that messages are under way. */
  began(count: number): void {
    this.begun += count;
  }

  /** Notes what became of one of them. @returns why the wave must be held, or null */
  settled(state: Delivery): string | null {
    if (state === 'accepted') this.tally.accepted += 1;
    if (state === 'refused') this.tally.refused += 1;
    const all = this.tally.accepted + this.tally.refused;
    if (all < CANARY_LEAST || this.tally.refused <= all * MOST_REFUSED_SHARE) return null;
    return `refused ${this.tally.refused} of ${all}`;
  }

  /** Lets the rest go, if the canary has come through. @returns whether that has just happened */
  pass(): boolean {
    if (this.passed || this.begun < this.canarySize) return false;
    this.passed = true;
    this.tally.accepted = 0;
    this.tally.refused = 0;
    return true;
  }
}
