import { coded } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/errors.js';
import { rowsOf } from '../../database/rows.js';

/** How long an answer is kept for a call that is sent again. */
export const KEPT_MS = 24 * 3_600_000;
const ABANDONED_MS = 10 * 60_000;

/** One caller's key, and the hash of the request it came with. */
export interface IdempotentCall {
  apiTokenId: string;
  key: string;
  fingerprint: Buffer;
}

export interface StoredAnswer {
  status: number;
  body: unknown;
}

/** Remembers for a day what a POST with an `Idempotency-Key` was answered. */
@Injectable()
export class IdempotencyKeys {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a call, or gives the answer it had before. A key whose call was never finished, because
   * the process died, is free again after ten minutes.
   *
   * @throws DomainError `idempotency.key_reused` for another request under the same key,
   *   `idempotency.in_progress` while the first is still at work
   */
  async begin(call: IdempotentCall): Promise<{ begunAt: Date } | StoredAnswer> {
    const begunAt = this.clock.now();
    await this.dataSource.query('DELETE FROM idempotency_keys WHERE api_token_id = $1 AND created_at < $2', [
      call.apiTokenId,
      ago(begunAt, KEPT_MS),
    ]);
    const claimed = await rowsOf(
      this.dataSource,
      `INSERT INTO idempotency_keys AS k (api_token_id, key, fingerprint, created_at)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (api_token_id, key) DO UPDATE
         SET fingerprint = excluded.fingerprint, status = NULL, body = NULL, created_at = excluded.created_at
         WHERE k.status IS NULL AND k.created_at < $5
       RETURNING 1`,
      [call.apiTokenId, call.key, call.fingerprint, begunAt, ago(begunAt, ABANDONED_MS)],
    );
    return claimed.length > 0 ? { begunAt } : await this.earlier(call);
  }

  /** Stores the answer, unless another request has taken over the key meanwhile. */
  async finish(call: IdempotentCall, begunAt: Date, answer: StoredAnswer): Promise<void> {
    await this.dataSource.query(
      `UPDATE idempotency_keys SET status = $4, body = $5
       WHERE api_token_id = $1 AND key = $2 AND created_at = $3`,
      [call.apiTokenId, call.key, begunAt, answer.status, JSON.stringify(answer.body ?? null)],
    );
  }

  /** Frees the key of a call that failed, so that it may be tried again. */
  async release(call: IdempotentCall, begunAt: Date): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM idempotency_keys WHERE api_token_id = $1 AND key = $2 AND created_at = $3',
      [call.apiTokenId, call.key, begunAt],
    );
  }

  private async earlier(call: IdempotentCall): Promise<StoredAnswer> {
    const [found] = await rowsOf<{ fingerprint: Buffer; status: number | null; body: unknown }>(
      this.dataSource,
      'SELECT fingerprint, status, body FROM idempotency_keys WHERE api_token_id = $1 AND key = $2',
      [call.apiTokenId, call.key],
    );
    if (found && !found.fingerprint.equals(call.fingerprint)) {
      throw new DomainError('refused', coded('idempotency.key_reused'));
    }
    if (!found || found.status === null) {
      throw new DomainError('conflict', coded('idempotency.in_progress'));
    }
    return { status: found.status, body: found.body };
  }
}

function ago(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}
