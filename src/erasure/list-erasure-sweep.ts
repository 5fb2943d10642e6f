import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { unfinishedListErasures } from '../lists/list-erasure.queries.js';
import { Bells } from '../queue/bells.js';

const LOST_BELL_MS = 5_000;

/** Finds lists that are left half empty because a bell was lost or a worker killed. */
@Injectable()
export class ListErasureSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const late = new Date(this.clock.now().getTime() - LOST_BELL_MS);
    for (const list of await unfinishedListErasures(this.dataSource, late)) {
      // A name of its own: the first bell's job may still count as at work with a worker that is dead.
      await this.bells.ring('empty-list', { list }, { once: `empty-list-${list}-again` });
    }
  }
}
