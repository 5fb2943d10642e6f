import { coded, packed } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { rowsOf } from '../../database/rows.js';
import { Bells } from '../../queue/bells.js';
import { listLock } from './import.queries.js';

const LOST_BELL_MS = 5_000;
const UPLOAD_LATE_MS = 6 * 3_600_000;
const CHECKED_FILE_KEPT_MS = 24 * 3_600_000;

/** Finds files that wait although their bell was lost or their worker killed, and uploads that broke off. */
@Injectable()
export class ImportSweep {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.endBrokenUploads();
    await this.forgetCheckedFiles();
    for (const id of await this.forgotten()) {
      // A name of its own: the first bell's job may still count as at work with a worker that is dead.
      await this.bells.ring('import-list', { import: id }, { once: `import-${id}-again` });
    }
  }

  /** Anyone who reads into a list holds its lock; a dead worker holds none. */
  private async forgotten(): Promise<string[]> {
    const found = await rowsOf<{ id: string }>(
      this.dataSource,
      `SELECT id FROM (
         SELECT min(id) AS id, list_id FROM imports
         WHERE state IN ('queued', 'running') AND created_at <= $1 GROUP BY list_id
       ) waiting WHERE pg_try_advisory_xact_lock(${listLock('list_id')})`,
      [new Date(this.clock.now().getTime() - LOST_BELL_MS)],
    );
    return found.map(({ id }) => id);
  }

  /** A file that was checked and never applied is not ours to keep. */
  private async forgetCheckedFiles(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM import_chunks c USING imports i
       WHERE c.import_id = i.id AND i.mode = 'dry-run' AND i.finished_at < $1`,
      [new Date(this.clock.now().getTime() - CHECKED_FILE_KEPT_MS)],
    );
  }

  private async endBrokenUploads(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query(
      `WITH broken AS (
         UPDATE imports SET state = 'failed', error = $3, finished_at = $1
         WHERE state = 'receiving' AND created_at < $2 RETURNING id
       )
       DELETE FROM import_chunks c USING broken b WHERE c.import_id = b.id`,
      [now, new Date(now.getTime() - UPLOAD_LATE_MS), packed(coded('import.broken_off'))],
    );
  }
}
