import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { rowsOf } from '../database/rows.js';
import { Bells } from '../queue/bells.js';
import { countUnplanned, planChunk } from './plan.queries.js';

const CHUNK = 20_000;

/** Begins waves whose time has come: plans their messages, checks the count, and rings the senders. */
@Injectable()
export class WaveStarter {
  private readonly log = new Logger(WaveStarter.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing for a wave that is not due or not to be started, so it may be asked any number of
   * times. Planning that was broken off is taken up again; the unique key keeps it from doubling.
   */
  async start(wave: string): Promise<void> {
    const now = this.clock.now();
    const begun = await rowsOf(
      this.dataSource,
      `UPDATE waves SET state = 'planning', started_at = coalesce(started_at, $2)
       WHERE id = $1 AND (state = 'planning' OR (state = 'scheduled' AND due_at <= $2)) RETURNING 1`,
      [wave, now],
    );
    if (begun.length === 0) return;

    const planned = await this.plan(wave);
    const missing = await countUnplanned(this.dataSource, wave);
    if (missing !== 0) throw new Error(`wave ${wave}: ${missing} participants are not planned`);

    // Paused or cancelled meanwhile: the wave keeps that state.
    const sending = await rowsOf(
      this.dataSource,
      "UPDATE waves SET state = 'sending' WHERE id = $1 AND state = 'planning' RETURNING 1",
      [wave],
    );
    this.log.log({ event: 'wave.planned', wave, planned });
    if (sending.length > 0) await this.bells.ring('send-wave', { wave });
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
