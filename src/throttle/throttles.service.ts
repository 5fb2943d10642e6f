import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { ThrottleKeys } from './throttle-keys.js';
import type { ThrottleStore } from './throttle-store.js';

export const THROTTLE_STORE = Symbol('throttle-store');

/**
 * So many within so long. Windows are fixed: they begin at whole multiples of their length since midnight
 * (UTC), when the keys change, and so must divide a day.
 */
export interface Limit {
  name: string;
  max: number;
  seconds: number;
}

/** One request under one limit. */
export interface Claim {
  limit: Limit;
  /** Whose requests are counted together: a network, an account, a token. Never kept as it is. */
  key: string;
  /** What it counts as; 1 unless said. */
  points?: number;
}

/** A limit that was exceeded, and how long to wait. */
export interface Refusal {
  limit: Limit;
  seconds: number;
}

/** Counts requests for all processes together and says when there have been too many. */
@Injectable()
export class Throttles implements OnApplicationShutdown {
  constructor(
    @Inject(THROTTLE_STORE) private readonly store: ThrottleStore,
    private readonly keys: ThrottleKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a request under each of these limits, in their order, before it is carried out, so that many at
   * once are not one. Where one is exceeded, those before are given back.
   *
   * @returns seconds to wait, 0 where it may be carried out
   */
  async take(claims: readonly Claim[]): Promise<number> {
    return (await this.refusalOf(claims))?.seconds ?? 0;
  }

  /** The same, saying which limit was exceeded; null where it may be carried out. */
  async refusalOf(claims: readonly Claim[]): Promise<Refusal | null> {
    for (const [place, claim] of claims.entries()) {
      const counted = await this.count(claim);
      if (counted <= claim.limit.max) continue;
      await this.giveBack(claims.slice(0, place + 1));
      return { limit: claim.limit, seconds: Math.max(1, Math.ceil(this.msLeft(claim.limit) / 1000)) };
    }
    return null;
  }

  /** Counts one more, whatever the limit. @returns how many there have been in this window */
  async count({ limit, key, points = 1 }: Claim): Promise<number> {
    // The row lives as long as its window: when it goes tells no more than when all others of it go.
    const customDuration = Math.max(1, Math.ceil(this.msLeft(limit) / 1000));
    const { consumedPoints } = await this.store.limiter.consume(this.keyOf(limit, key), points, {
      customDuration,
    });
    return consumedPoints;
  }

  /** As if these requests had never been. */
  async giveBack(claims: readonly Claim[]): Promise<void> {
    for (const { limit, key, points = 1 } of claims)
      await this.store.limiter.reward(this.keyOf(limit, key), points);
  }

  /** Begins to count this one anew. */
  async forget({ limit, key }: Claim): Promise<void> {
    await this.store.limiter.delete(this.keyOf(limit, key));
  }

  onApplicationShutdown(): void {
    this.store.close();
  }

  private keyOf({ name, seconds }: Limit, key: string): string {
    const now = this.clock.now();
    return this.keys.keyOf([name, Math.floor(now.getTime() / (seconds * 1000)), key], now);
  }

  private msLeft({ seconds }: Limit): number {
    const window = seconds * 1000;
    return window - (this.clock.now().getTime() % window);
  }
}
