import { createHmac, randomBytes } from 'node:crypto';

const WINDOW_MS = 10 * 60_000;
/** From one address in ten minutes; behind one address there may be a whole town hall. */
const PER_ADDRESS = 20;
const MINUTE_MS = 60_000;
const MOST_ADDRESSES = 50_000;

/**
 * A soft brake on what comes through open links, in the memory of this process alone. Addresses are kept
 * as an HMAC under a key that is made at the start, and forgotten after ten minutes; none is logged.
 */
export class SubmitThrottle {
  private readonly key = randomBytes(32);
  private readonly byAddress = new Map<string, number[]>();
  private readonly bySurvey = new Map<string, number[]>();

  /** Counts one submit. @returns seconds to wait where there have been too many; 0 lets it through */
  secondsToWait(address: string, survey: { surveyId: string; perMinute: number }, now: Date): number {
    const at = now.getTime();
    const who = createHmac('sha256', this.key).update(`${survey.surveyId}/${address}`).digest('base64url');
    const own = recent(this.byAddress.get(who), at - WINDOW_MS);
    const all = recent(this.bySurvey.get(survey.surveyId), at - MINUTE_MS);
    const [firstOwn = at] = own;
    const [firstOfAll = at] = all;
    if (own.length >= PER_ADDRESS) return secondsUntil(firstOwn + WINDOW_MS, at);
    if (all.length >= survey.perMinute) return secondsUntil(firstOfAll + MINUTE_MS, at);
    this.byAddress.delete(who);
    this.byAddress.set(who, [...own, at]);
    this.bySurvey.set(survey.surveyId, [...all, at]);
    this.forget(at);
    return 0;
  }

  /** The map is in the order of the latest submit, so what is old stands first. */
  private forget(at: number): void {
    for (const [who, times] of this.byAddress) {
      const latest = times.at(-1) ?? 0;
      if (latest > at - WINDOW_MS && this.byAddress.size <= MOST_ADDRESSES) return;
      this.byAddress.delete(who);
    }
  }
}

function recent(times: readonly number[] | undefined, after: number): number[] {
  return (times ?? []).filter((time) => time > after);
}

function secondsUntil(then: number, at: number): number {
  return Math.max(1, Math.ceil((then - at) / 1000));
}
