import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { rowOf } from '../database/rows.js';

/**
 * The rate of sending, one for all workers together: whoever is about to send takes the next free
 * stretch of time from a row in Postgres and waits for it to begin. Unused time is not saved up, so
 * nothing bursts after a pause.
 */
@Injectable()
export class Pace {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How many mails a round may have so that it does not outrun a second of the rate. */
  roundSize(wanted: number): number {
    const { mailRate } = this.config;
    return mailRate === undefined ? wanted : Math.max(1, Math.min(wanted, Math.floor(mailRate)));
  }

  get isLimited(): boolean {
    return this.config.mailRate !== undefined;
  }

  /** Waits until that many mails may go. */
  async wait(mails: number): Promise<void> {
    const { mailRate } = this.config;
    if (mailRate === undefined) return;
    const now = this.clock.now();
    const { startsAt } = await rowOf<{ startsAt: Date }>(
      this.dataSource,
      `INSERT INTO paces AS pace (name, next_free_at) VALUES ('all', $1::timestamptz + make_interval(secs => $2))
       ON CONFLICT (name) DO UPDATE SET next_free_at = greatest(pace.next_free_at, $1) + make_interval(secs => $2)
       RETURNING next_free_at - make_interval(secs => $2) AS "startsAt"`,
      [now, mails / mailRate],
    );
    const wait = startsAt.getTime() - now.getTime();
    if (wait > 0) await sleep(wait);
  }
}
