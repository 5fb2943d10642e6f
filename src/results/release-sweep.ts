import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { holdResponses } from '../responses/mix-anonymous.queries.js';
import { hasEnded } from '../surveys/survey.rules.js';
import { dropLongWithdrawn, dropWithdrawn, releaseSome } from '../responses/released-responses.queries.js';
import { GroupSnapshots } from './groups/group-snapshots.service.js';
import { howManyToRelease } from './disclosure.rules.js';
import { lockPool, type Pool, type SurveyOfPool, waitingPools } from './release.queries.js';

/**
 * Releases answers of anonymous and pseudonymous surveys to whatever shows answers. Never in the submit: what
 * is shown must not change because one person has answered. Counts people by group as well. Safe to run anywhere, twice,
 * or late.
 */
@Injectable()
export class ReleaseSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly groups: GroupSnapshots,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const { survey, pool, waiting } of await waitingPools(this.dataSource))
      if (howManyToRelease(waiting, hasEnded(survey, now)) > 0) await this.release(survey, pool, now);
    await dropLongWithdrawn(this.dataSource, now);
    await this.groups.renewAll();
  }

  /** What waits is counted again under the lock: several schedulers may be at it, and answers still change. */
  private async release(survey: SurveyOfPool, pool: Pool, now: Date): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      if (!(await holdResponses(tx, survey.id))) return;
      const waiting = await lockPool(tx, survey.id, pool);
      const count = howManyToRelease(waiting.length, hasEnded(survey, now));
      if (count === 0) return;
      await releaseSome(tx, waiting, count);
      await dropWithdrawn(tx, survey.id);
    });
  }
}
