import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { withoutAddresses } from '../common/without-addresses.js';
import { rowsOf } from '../database/rows.js';

const FIRST_REST_SECONDS = 5;
const LONGEST_REST_SECONDS = 60;
/** How long the one who probes has before somebody else may. */
const PROBE_SECONDS = 30;

/** Why nothing is sent, and when the next attempt may be made. */
export interface OpenBreaker {
  reason: string;
  until: Date;
}

/** `closed`: send; `probe`: try a single message; otherwise wait. */
export type Passage = 'closed' | 'probe' | OpenBreaker;

/**
 * Stops all sending while the mail server cannot be reached or will not have us, and finds out by one
 * message at a time when it will again. One row for all workers; nobody's attempts are spent on it,
 * and no person is blamed.
 */
@Injectable()
export class Breaker {
  private readonly log = new Logger(Breaker.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Asks for passage; of many who ask when the rest is over, one may probe. */
  async ask(): Promise<Passage> {
    const now = this.clock.now();
    const open = await this.state();
    if (!open) return 'closed';
    if (open.until > now) return open;
    const mine = await rowsOf(
      this.dataSource,
      "UPDATE breakers SET open_until = $2 WHERE name = 'smtp' AND open_until <= $1 RETURNING 1",
      [now, secondsAfter(now, PROBE_SECONDS)],
    );
    return mine.length > 0 ? 'probe' : { ...open, until: secondsAfter(now, PROBE_SECONDS) };
  }

  /** The row as it stands, or null while the way is free. */
  async state(): Promise<OpenBreaker | null> {
    const [row] = await rowsOf<OpenBreaker>(
      this.dataSource,
      "SELECT reason, open_until AS until FROM breakers WHERE name = 'smtp'",
    );
    return row ?? null;
  }

  /**
   * Stops everybody. Each probe that fails doubles the rest; those who fail beside the first add nothing.
   *
   * @returns when the next attempt may be made
   */
  async open(reason: string, probed: boolean): Promise<Date> {
    const now = this.clock.now();
    const [row] = await rowsOf<{ until: Date; failures: number }>(
      this.dataSource,
      `INSERT INTO breakers AS b (name, failures, reason, opened_at, open_until)
       VALUES ('smtp', 1, $1, $2, $2::timestamptz + make_interval(secs => ${FIRST_REST_SECONDS}))
       ON CONFLICT (name) DO UPDATE SET failures = b.failures + $3::int, reason = excluded.reason,
         open_until = CASE WHEN $3 = 0 THEN b.open_until ELSE $2::timestamptz + make_interval(
           secs => least(${LONGEST_REST_SECONDS}, ${FIRST_REST_SECONDS} * 2 ^ least(b.failures, 10))) END
       RETURNING open_until AS until, failures`,
      [reason, now, probed ? 1 : 0],
    );
    if (!row) throw new Error('the breaker did not open');
    this.log.warn({
      event: 'breaker.open',
      reason: withoutAddresses(reason),
      failures: row.failures,
      until: row.until,
    });
    return row.until;
  }

  /** There was nothing to probe with: the next who has something may. */
  async giveBack(): Promise<void> {
    await rowsOf(this.dataSource, "UPDATE breakers SET open_until = $1 WHERE name = 'smtp'", [
      this.clock.now(),
    ]);
  }

  /** Lets everybody pass again. */
  async close(): Promise<void> {
    const closed = await rowsOf(this.dataSource, "DELETE FROM breakers WHERE name = 'smtp' RETURNING 1");
    if (closed.length > 0) this.log.log({ event: 'breaker.closed' });
  }
}

function secondsAfter(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
