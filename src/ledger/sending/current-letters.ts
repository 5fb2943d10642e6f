import type { Clock } from '../../common/clock.js';
import type { PreparedLetters } from '../../letters/letters.service.js';

/** How long a change of a letter's text may stay unnoticed while a wave is sent. */
const MAX_STALE_MS = 200;

/**
 * The letters of a wave under way, prepared anew as soon as what they are made from has changed: so what
 * is not yet sent says what is true now, when a text or the closing date has changed.
 */
export class CurrentLetters {
  private letters: Promise<PreparedLetters> | null = null;
  private checkedAt = 0;
  private preparedFrom = '';

  /** @param version changes with every change of the wave or its survey */
  constructor(
    private readonly prepare: () => Promise<PreparedLetters>,
    private readonly version: () => Promise<string>,
    private readonly clock: Clock,
  ) {}

  get(): Promise<PreparedLetters> {
    return this.letters ?? this.renew();
  }

  /** To be called before a claim, so that letters are not made while messages are under way. */
  async refresh(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.checkedAt < MAX_STALE_MS) return;
    this.checkedAt = now;
    const version = await this.version();
    if (version === this.preparedFrom && this.letters) return;
    await this.renew();
    this.preparedFrom = version;
  }

  private renew(): Promise<PreparedLetters> {
    const letters = this.prepare();
    this.letters = letters;
    letters.catch(() => (this.letters = null));
    return letters;
  }
}
