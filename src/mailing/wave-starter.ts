import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { rowsOf } from '../database/rows.js';
import { Bells } from '../queue/bells.js';
import { MailProviders } from './mail-providers.js';
import { countUnplanned, planChunk } from './plan.queries.js';

const CHUNK = 20_000;
const MANY = 1_000;

/** Begins waves whose time has come: plans their messages, checks the count, and rings the senders. */
@Injectable()
export class WaveStarter {
  private readonly log = new Logger(WaveStarter.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly providers: MailProviders,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing for a wave that is not due or not to be started, so it may be asked any number of
   * times. Planning that was broken off is taken up again; the unique key keeps it from doubling.
   */
  async start(wave: string): Promise<void> {
    if (!(await this.begin(wave))) return;

    const planned = await this.plan(wave);
    // So many new rows make the plans of statements that are kept prepared stale.
    if (planned >= MANY) await rowsOf(this.dataSource, 'ANALYZE messages, participants');
    const missing = await countUnplanned(this.dataSource, wave);
    // Not so if it was paused or cancelled meanwhile, or if the next sweep has somebody left to plan.
    const sending = await rowsOf(
      this.dataSource,
      "UPDATE waves SET state = 'sending' WHERE id = $1 AND state = 'planning' AND $2::int = 0 RETURNING 1",
      [wave, missing],
    );
    this.log.log({ event: 'wave.planned', wave, planned, missing });
    if (sending.length > 0) await this.bells.ring('send-wave', { wave });
    const [{ survey } = { survey: '0' }] = await rowsOf<{ survey: string }>(
      this.dataSource,
      'SELECT survey_id AS survey FROM waves WHERE id = $1',
      [wave],
    );
    await this.providers.noteDomains(survey);
  }

  /**
   * Fixes the moment whose participants are written to, under the lock that enrolment takes too:
   * whoever was enrolled before that moment is there to be seen.
   */
  private async begin(wave: string): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      await rowsOf(
        tx,
        'SELECT FROM surveys WHERE id = (SELECT survey_id FROM waves WHERE id = $1) FOR NO KEY UPDATE',
        [wave],
      );
      const begun = await rowsOf(
        tx,
        `UPDATE waves SET state = 'planning', started_at = coalesce(started_at, $2)
         WHERE id = $1 AND (state = 'planning' OR (state = 'scheduled' AND due_at <= $2)) RETURNING 1`,
        [wave, this.clock.now()],
      );
      return begun.length > 0;
    });
  }

  private async plan(wave: string): Promise<number> {
    let planned = 0;
    let after: string | null = '0';
    while (after !== null) {
      const chunk = await planChunk(this.dataSource, wave, after, CHUNK, this.clock.now());
      planned += chunk.planned;
      after = chunk.last;
    }
    return planned;
  }
}
