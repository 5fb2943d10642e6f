import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { rowsOf } from '../database/rows.js';
import { Breaker, type OpenBreaker } from './breaker.js';
import { deliveries, type Delivery } from './message.entity.js';
import type { SkipReason } from './reason-to-skip.js';
import type { Wave } from './wave.entity.js';

/** What a wave waits for; null while it sends or when it is over. */
export type WaitingFor =
  | { what: 'due_time'; until: Date }
  | { what: 'resume' }
  | { what: 'staff'; reason: string }
  /** The breaker is open: the mail server cannot be reached or will not have us. */
  | { what: 'mail_server'; reason: string; until: Date }
  | { what: 'next_attempt'; until: Date };

/** How a wave stands. `total` is always the sum of `counts` (P2). */
export interface WaveStatus {
  total: number;
  counts: Record<Delivery, number>;
  /** How many are skipped, by reason. */
  skipped: Partial<Record<SkipReason, number>>;
  /** Messages settled per second over the last minute. */
  rate: number;
  /** When the open ones will be through at that rate. */
  eta: Date | null;
  waitingFor: WaitingFor | null;
}

const RATE_OVER_SECONDS = 60;

/** Reads how waves stand; writes nothing. */
@Injectable()
export class WaveStatuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly breaker: Breaker,
    private readonly clock: Clock,
  ) {}

  async of(wave: Wave): Promise<WaveStatus> {
    const statuses = await this.ofAll([wave]);
    const status = statuses.get(wave.id);
    if (!status) throw new Error('a wave has no status');
    return status;
  }

  /** The same for several waves in two queries. */
  async ofAll(waves: readonly Wave[]): Promise<Map<string, WaveStatus>> {
    const now = this.clock.now();
    const ids = waves.map((wave) => wave.id);
    const rows = await rowsOf<{
      wave: string;
      state: Delivery;
      reason: string | null;
      count: number;
      next: Date | null;
    }>(
      this.dataSource,
      `SELECT wave_id AS wave, state, CASE WHEN state = 'skipped' THEN reason END AS reason,
         count(*)::int AS count, min(next_attempt_at) AS next
       FROM messages WHERE wave_id = ANY($1::bigint[]) GROUP BY 1, 2, 3`,
      [ids],
    );
    const breaker = await this.breaker.state();
    const recent = await rowsOf<{ wave: string; settled: number }>(
      this.dataSource,
      `SELECT wave_id AS wave, count(*)::int AS settled FROM messages
       WHERE wave_id = ANY($1::bigint[]) AND state IN ('accepted', 'refused', 'uncertain') AND settled_at > $2
       GROUP BY 1`,
      [ids, new Date(now.getTime() - RATE_OVER_SECONDS * 1000)],
    );
    return new Map(
      waves.map((wave) => {
        const own = rows.filter((row) => row.wave === wave.id);
        const settled = recent.find((row) => row.wave === wave.id)?.settled ?? 0;
        return [wave.id, statusOf(wave, own, settled, breaker, now)];
      }),
    );
  }
}

function statusOf(
  wave: Wave,
  rows: readonly { state: Delivery; reason: string | null; count: number; next: Date | null }[],
  settled: number,
  breaker: OpenBreaker | null,
  now: Date,
): WaveStatus {
  const counts = Object.fromEntries(deliveries.map((state) => [state, 0])) as Record<Delivery, number>;
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const { state, reason, count } of rows) {
    counts[state] += count;
    if (state === 'skipped' && reason) skipped[reason as SkipReason] = count;
  }
  const open = counts.planned + counts.claimed + counts.handing_over + counts.deferred;
  const running = wave.startedAt ? (now.getTime() - wave.startedAt.getTime()) / 1000 : 0;
  const seconds = Math.max(1, Math.min(RATE_OVER_SECONDS, running));
  const rate = wave.state === 'sending' ? settled / seconds : 0;
  return {
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    skipped,
    rate: Math.round(rate * 10) / 10,
    eta: rate > 0 && open > 0 ? new Date(now.getTime() + (open / rate) * 1000) : null,
    waitingFor: waitingFor(wave, rows, open > 0 ? breaker : null, now),
  };
}

function waitingFor(
  wave: Wave,
  rows: readonly { state: Delivery; next: Date | null }[],
  breaker: OpenBreaker | null,
  now: Date,
): WaitingFor | null {
  if (wave.state === 'scheduled') return { what: 'due_time', until: wave.dueAt };
  if (wave.state === 'paused') return { what: 'resume' };
  if (wave.state === 'held') return { what: 'staff', reason: wave.heldReason ?? '' };
  if (wave.state !== 'sending') return null;
  if (breaker) return { what: 'mail_server', ...breaker };
  const next = rows.flatMap((row) => (row.next ? [row.next.getTime()] : []));
  const first = Math.min(...next);
  return next.length > 0 && first > now.getTime() ? { what: 'next_attempt', until: new Date(first) } : null;
}
