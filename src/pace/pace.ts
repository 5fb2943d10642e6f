import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { withoutAddresses } from '../common/without-addresses.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { rowOf, rowsOf } from '../database/rows.js';

/** The pace of everything; all other names are mail providers. */
export const EVERYTHING = 'all';

/** A change of pace takes effect within this many milliseconds. */
const FRESH_MS = 500;
/** Further complaints of a provider within this time belong to the one before. */
const ONE_COMPLAINT_SECONDS = 2;
/** Nobody is slowed down further than to a mail in this many seconds. */
const SLOWEST_RATE = 1 / 30;

/** The current limits. */
interface Limits {
  /** Mails per second over all workers; undefined: no limit. */
  rate: number | undefined;
  /** Whether there are providers with a pace of their own. */
  providers: boolean;
}

/**
 * The rate of sending, one for all workers together: anyone who is about to send takes the next free stretch
 * of time from a row in Postgres and waits for it to begin. Unused time is not saved up, so nothing bursts
 * after a pause. Mail providers have rows of their own, which the claim reads.
 *
 * A rate that is slowed down automatically follows additive increase, multiplicative decrease: each complaint
 * halves the rate, and without further ones it comes back within a minute. See `allowed_rate` in the schema.
 */
@Injectable()
export class Pace implements OnModuleDestroy {
  private readonly log = new Logger(Pace.name);
  private limits: Limits;
  private readAt = -Infinity;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limits = { rate: config.mailRate, providers: false };
  }

  /** Waiting ends when the process shuts down. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** The limits as they were at most half a second ago. */
  async now(): Promise<Limits> {
    if (performance.now() - this.readAt < FRESH_MS) return this.limits;
    this.readAt = performance.now();
    const { allowed, set, providers } = await rowOf<{
      allowed: number | null;
      set: number | null;
      providers: boolean;
    }>(
      this.dataSource,
      `SELECT (SELECT allowed_rate(c, $1) FROM paces c WHERE name = '${EVERYTHING}') AS allowed,
         (SELECT rate FROM paces WHERE name = '${EVERYTHING}') AS set,
         EXISTS (SELECT FROM paces WHERE name <> '${EVERYTHING}') AS providers`,
      [this.clock.now()],
    );
    const usual = set ?? this.config.mailRate ?? Infinity;
    const rate = Math.min(usual, allowed ?? Infinity);
    this.limits = { rate: rate === Infinity ? undefined : rate, providers };
    return this.limits;
  }

  /** A change made in this process is seen in it at once. */
  lookAgain(): void {
    this.readAt = -Infinity;
  }

  /**
   * Waits until that many mails may go, at least one and not more than a second of the rate, and gives
   * how many that are; none once the process is to end.
   */
  async wait(mails: number): Promise<number> {
    for (;;) {
      if (this.stopping) return 0;
      const { rate } = await this.now();
      if (rate === undefined) return mails;
      const granted = Math.max(1, Math.min(mails, Math.floor(rate)));
      if (await this.turn(granted, rate)) return granted;
    }
  }

  /** Reserves a slot and waits for it; false if the rate was changed meanwhile. */
  private async turn(mails: number, rate: number): Promise<boolean> {
    const now = this.clock.now();
    const { startsAt } = await rowOf<{ startsAt: Date }>(
      this.dataSource,
      `INSERT INTO paces AS pace (name, next_free_at) VALUES ('${EVERYTHING}', $1::timestamptz + make_interval(secs => $2))
       ON CONFLICT (name) DO UPDATE SET next_free_at = greatest(pace.next_free_at, $1) + make_interval(secs => $2)
       RETURNING next_free_at - make_interval(secs => $2) AS "startsAt"`,
      [now, mails / rate],
    );
    const until = performance.now() + startsAt.getTime() - now.getTime();
    for (let left = until - performance.now(); left > 0; left = until - performance.now()) {
      await sleep(Math.min(left, FRESH_MS));
      const latest = (await this.now()).rate;
      // Anyone who slows down step by step comes back the same way; a turn that was taken stays.
      if (this.stopping || latest === undefined || latest > rate * 1.5 || latest < rate / 1.5) {
        await this.giveBack(mails / rate);
        return false;
      }
    }
    return true;
  }

  /** Returns the slots of mails that were not sent after all. */
  async unused(mails: number): Promise<void> {
    const { rate } = await this.now();
    if (rate !== undefined && mails > 0) await this.giveBack(mails / rate);
  }

  private async giveBack(seconds: number): Promise<void> {
    await rowsOf(
      this.dataSource,
      `UPDATE paces SET next_free_at = greatest($1, next_free_at - make_interval(secs => $2)) WHERE name = '${EVERYTHING}'`,
      [this.clock.now(), seconds],
    );
  }

  /**
   * A mail server asked for fewer mails, for a provider or for everything: halves the rate.
   *
   * @param observed mails per second that went there lately, for one that had no limit
   * @param because the server's words
   */
  async slowDown(name: string, observed: number, because: string): Promise<void> {
    const slowed = await rowsOf<{ rate: number }>(
      this.dataSource,
      `INSERT INTO paces AS c (name, next_free_at, was, slowed_to, slowed_at, slowed_because)
       VALUES ($1, $2::timestamptz + interval '1 second', $3::float8, greatest($3 / 2, ${SLOWEST_RATE}), $2, $4)
       ON CONFLICT (name) DO UPDATE SET
         was = CASE WHEN slowed_rate(c, $2) IS NULL THEN $3 ELSE c.was END,
         slowed_to = greatest(least(allowed_rate(c, $2), $3) / 2, ${SLOWEST_RATE}),
         slowed_at = $2, slowed_because = $4, next_free_at = greatest(c.next_free_at, $2::timestamptz + interval '1 second')
       WHERE c.slowed_at IS NULL OR c.slowed_at < $2::timestamptz - interval '${ONE_COMPLAINT_SECONDS} seconds'
       RETURNING slowed_to AS rate`,
      [name, this.clock.now(), observed, because],
    );
    this.lookAgain();
    if (slowed[0]) {
      this.log.warn({
        event: 'pace.slowed',
        provider: name,
        rate: slowed[0].rate,
        because: withoutAddresses(because),
      });
    }
  }
}
