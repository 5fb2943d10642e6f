import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { rowsOf } from '../database/rows.js';

/** Leaving a list and coming back. Both may be asked for any number of times. */
@Injectable()
export class SubscriptionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Unsubscribes somebody; takes effect with the next mail. The first time is kept.
   *
   * @throws NotFound
   */
  async unsubscribe(subscriberId: string): Promise<void> {
    const now = this.clock.now();
    await this.update(subscriberId, 'unsubscribed_at = coalesce(unsubscribed_at, $2), updated_at = $2', now);
  }

  /**
   * Undoes it, at the person's own request.
   *
   * @throws NotFound
   */
  async resubscribe(subscriberId: string): Promise<void> {
    await this.update(subscriberId, 'unsubscribed_at = NULL, updated_at = $2', this.clock.now());
  }

  private async update(subscriberId: string, change: string, now: Date): Promise<void> {
    const changed = await rowsOf(
      this.dataSource,
      `UPDATE subscribers SET ${change} WHERE id = $1 RETURNING id`,
      [subscriberId, now],
    );
    if (changed.length === 0) throw new NotFound('subscriber', subscriberId);
  }
}
