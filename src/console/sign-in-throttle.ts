const WINDOW_MS = 15 * 60_000;
const KEYS_KEPT = 10_000;

/**
 * Slows down guessing: after so many failures within a quarter of an hour under one key, the next
 * attempt has to wait. Kept per process; a second process doubles what a guesser gets, which is still
 * nothing.
 */
export class SignInThrottle {
  private readonly failures = new Map<string, number[]>();

  constructor(private readonly failuresAllowed: number) {}

  /** Seconds until the next attempt is allowed; 0 when it is allowed now. */
  secondsToWait(key: string, now: Date): number {
    const recent = this.recent(key, now);
    const oldest = recent[recent.length - this.failuresAllowed];
    return oldest === undefined ? 0 : Math.ceil((oldest + WINDOW_MS - now.getTime()) / 1000);
  }

  failed(key: string, now: Date): void {
    const recent = [...this.recent(key, now), now.getTime()].slice(-this.failuresAllowed);
    this.failures.delete(key);
    this.failures.set(key, recent);
    const oldestKey = this.failures.keys().next().value;
    if (this.failures.size > KEYS_KEPT && oldestKey !== undefined) this.failures.delete(oldestKey);
  }

  succeeded(key: string): void {
    this.failures.delete(key);
  }

  private recent(key: string, now: Date): number[] {
    return (this.failures.get(key) ?? []).filter((at) => now.getTime() - at < WINDOW_MS);
  }
}
