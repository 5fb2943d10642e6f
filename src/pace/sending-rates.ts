/** The window in which sent mails are counted; at least half of it is always full. */
const WINDOW_SECONDS = 10;

/**
 * How many mails per second this process has handed over lately, to each mail provider. Kept for some seconds
 * only, for the case that a provider asks to slow down.
 */
export class SendingRates {
  private current = new Map<string, number>();
  private before = new Map<string, number>();
  private since: number;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = now();
  }

  note(provider: string): void {
    this.turnOver();
    this.current.set(provider, (this.current.get(provider) ?? 0) + 1);
  }

  /** Mails per second, at least the one that was asked about. */
  of(provider: string): number {
    this.turnOver();
    const seconds = Math.max(
      1,
      (this.now() - this.since) / 1000 + (this.before.size > 0 ? WINDOW_SECONDS / 2 : 0),
    );
    return Math.max(1, (this.current.get(provider) ?? 0) + (this.before.get(provider) ?? 0)) / seconds;
  }

  private turnOver(): void {
    const age = (this.now() - this.since) / 1000;
    if (age < WINDOW_SECONDS / 2) return;
    this.before = age < WINDOW_SECONDS ? this.current : new Map<string, number>();
    this.current = new Map<string, number>();
    this.since = this.now();
  }
}
