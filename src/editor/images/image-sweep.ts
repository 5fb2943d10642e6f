import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { rowsOf } from '../../database/rows.js';

/** What nobody shows is kept for a day: it may be in a form that is not sent yet. */
const KEPT_MS = 86_400_000;

/** Deletes pictures that no questionnaire shows: none that is edited or was published, and no step to undo. */
@Injectable()
export class ImageSweep {
  private readonly log = new Logger(ImageSweep.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const deleted = await rowsOf(
      this.dataSource,
      `WITH texts AS (
         SELECT questionnaire::text AS text FROM surveys UNION ALL
         SELECT source::text FROM questionnaire_versions UNION ALL
         SELECT questionnaire::text FROM questionnaire_edits
       ), used AS (
         SELECT DISTINCT found[1] AS hash FROM texts, regexp_matches(text, '/images/([0-9a-f]{64})', 'g') AS found
       )
       DELETE FROM images WHERE created_at < $1 AND NOT EXISTS (SELECT FROM used WHERE used.hash = images.hash)
       RETURNING 1`,
      [new Date(this.clock.now().getTime() - KEPT_MS)],
    );
    if (deleted.length > 0) this.log.log({ event: 'images.deleted', count: deleted.length });
  }
}
