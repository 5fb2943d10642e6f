import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { rowsOf } from '../database/rows.js';
import { Bells } from '../queue/bells.js';
import { forgetEmptyLines } from './sending/lines.queries.js';
import {
  closeCancelled,
  nobodyMayJoin,
  NOTHING_OPEN,
  releaseExpiredRounds,
  reopenUnfinished,
} from './claims/settle.queries.js';
import { planAnonymousThankYous } from './planning/thank-yous.queries.js';

/** How often a rolling wave looks for people whose time has come. */
const JOINERS_EVERY_SECONDS = 300;

/**
 * Finds what the queue forgot (P4): waves that are due, waves with something to send, thank-yous,
 * claims whose worker died. Settles what nobody else will and rings for the rest; safe to run anywhere, twice, or late.
 */
@Injectable()
export class MailingSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await releaseExpiredRounds(this.dataSource, now);
    await closeCancelled(this.dataSource, now);
    await reopenUnfinished(this.dataSource);
    await planAnonymousThankYous(this.dataSource, now);
    await forgetEmptyLines(this.dataSource, now);

    // A new job id each minute, so that a job that hangs cannot suppress later ones for good.
    const minute = Math.floor(now.getTime() / 60_000);
    const waves = await rowsOf<{ id: string; state: string }>(
      this.dataSource,
      `SELECT id, state FROM waves w WHERE (state IN ('scheduled', 'planning') AND due_at <= $1)
         OR (state = 'sending' AND (NOT fully_claimed
           OR EXISTS (SELECT FROM messages m WHERE m.wave_id = w.id AND m.next_attempt_at <= $1)
           OR (${NOTHING_OPEN} AND ${nobodyMayJoin('$1')})))`,
      [now],
    );
    for (const { id, state } of waves) {
      const kind = state === 'sending' ? 'send-wave' : 'start-wave';
      await this.bells.ring(kind, { wave: id }, { once: `${kind}-${id}-${minute}` });
    }

    const rolling = await rowsOf<{ id: string }>(
      this.dataSource,
      `SELECT id FROM waves WHERE state = 'sending' AND rolling AND on_request_of IS NULL
         AND (joiners_checked_at IS NULL OR joiners_checked_at <= $1::timestamptz - make_interval(secs => ${JOINERS_EVERY_SECONDS}))`,
      [now],
    );
    for (const { id } of rolling)
      await this.bells.ring('start-wave', { wave: id }, { once: `join-wave-${id}-${minute}` });

    const thankYous = await rowsOf(
      this.dataSource,
      'SELECT FROM messages WHERE wave_id IS NULL AND throttled_by IS NULL AND next_attempt_at <= $1 LIMIT 1',
      [now],
    );
    if (thankYous.length > 0)
      await this.bells.ring('send-thank-yous', {}, { once: `send-thank-yous-${minute}` });
  }
}
