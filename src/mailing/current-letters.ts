import type { Clock } from '../common/clock.js';
import type { PreparedLetters } from './letters.service.js';

/** How old prepared letters may be while a wave is sent. */
const FRESH_MS = 2000;

/**
 * The letters of a wave under way, prepared anew every two seconds: so what is not yet sent says what
 * is true now, when a text or the closing date has changed.
 */
export class CurrentLetters {
  private letters: Promise<PreparedLetters> | null = null;
  private preparedAt = 0;

  constructor(
    private readonly prepare: () => Promise<PreparedLetters>,
    private readonly clock: Clock,
  ) {}

  get(): Promise<PreparedLetters> {
    return this.letters ?? this.renew();
  }

  /** To be called before a claim, so that letters are not made while messages are under way. */
  async refresh(): Promise<void> {
    if (this.clock.now().getTime() - this.preparedAt > FRESH_MS) await this.renew();
  }

  private renew(): Promise<PreparedLetters> {
    this.preparedAt = this.clock.now().getTime();
    const letters = this.prepare();
    this.letters = letters;
    letters.catch(() => (this.letters = null));
    return letters;
  }
}
