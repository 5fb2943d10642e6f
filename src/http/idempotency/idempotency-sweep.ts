import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { type Database, rowsOf } from '../../database/rows.js';
import { KEPT_MS } from './idempotency-keys.service.js';

/** Forgets after a day what calls were answered, whether or not their token calls again. */
@Injectable()
export class IdempotencySweep {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await rowsOf(this.dataSource, 'DELETE FROM idempotency_keys WHERE created_at < $1', [before]);
  }
}

/**
 * Deletes the bodies of stored answers that name one of these addresses; a call that is repeated under its
 * key is still not carried out twice, and answered without a body.
 *
 * @param addresses lower-cased
 */
export async function forgetAnswersNaming(tx: Database, addresses: readonly string[]): Promise<void> {
  await rowsOf(
    tx,
    `UPDATE idempotency_keys k SET body = 'null'
     FROM (
       SELECT DISTINCT k.api_token_id, k.key
       FROM idempotency_keys k, regexp_matches(lower(k.body::text), '[^\\s"<>(),;:\\\\]+@[^\\s"<>(),;:\\\\]+', 'g') m
       WHERE k.body::text LIKE '%@%' AND m[1] = ANY($1::text[])
     ) told
     WHERE k.api_token_id = told.api_token_id AND k.key = told.key`,
    [addresses],
  );
}
