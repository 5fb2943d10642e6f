/**
 * What a mail server can do to a mail. `open`: the sender cannot know afterwards whether it was taken.
 *
 * @typedef {'slow' | 'busy' | 'deferred' | 'closing' | 'cut_before_data' | 'cut_in_data' | 'cut_before_reply'
 *   | 'hang_before_data' | 'hang_before_reply'} Fault
 */

/** Of 100,000 mails so many meet each fault; short runs get a few of each all the same. */
const perHundredThousand = {
  slow: 500,
  busy: 400,
  deferred: 200,
  closing: 12,
  cut_before_data: 12,
  cut_in_data: 12,
  cut_before_reply: 12,
  hang_before_data: 5,
  hang_before_reply: 5,
};

/** Draws the faults of a run from its seed. */
export class Faults {
  /** How often each was drawn. @type {Record<string, number>} */
  drawn = {};

  /**
   * @param {import('./random.mjs').Random} random
   * @param {number} mails how many the run will send, about
   * @param {{ share?: number, hangMs?: [number, number] }} options `share` 0 leaves every fault out;
   *   `hangMs` is how long a server that hangs says nothing
   */
  constructor(random, mails, { share = 1, hangMs = [10_500, 14_000] } = {}) {
    this.random = random;
    this.hangMs = hangMs;
    this.share = share;
    this.weights = { ...perHundredThousand };
    this.any = 0;
    for (const name of Object.keys(this.weights)) {
      const wanted = Math.max(perHundredThousand[name] / 100_000, 1 / mails);
      this.weights[name] = wanted;
      this.any += wanted;
    }
  }

  /** @returns {Fault | null} */
  draw() {
    if (!this.random.chance(this.any * this.share)) return null;
    const fault = this.random.weighted(this.weights);
    this.drawn[fault] = (this.drawn[fault] ?? 0) + 1;
    return /** @type {Fault} */ (fault);
  }

  slowMs() {
    return this.random.int(50, 800);
  }

  silenceMs() {
    return this.random.int(...this.hangMs);
  }

  /** About one person in a hundred does not exist, in every wave. @param {string} to */
  isUnknown(to) {
    let hash = 7;
    for (const letter of to) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
    return this.share > 0 && hash % 97 === 0;
  }
}
