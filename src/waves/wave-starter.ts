import { packed } from '../common/coded-text.js';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { rowsOf } from '../database/rows.js';
import { Bells } from '../queue/bells.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { MailProviders } from '../pace/mail-providers.js';
import { countUnplanned, planChunk, type PlannedChunk, planJoiners } from '../ledger/plan.queries.js';
import { lastDayInvited } from './send-at.js';
import { WaveSegments } from './wave-segments.service.js';
import { Wave } from '../ledger/wave.entity.js';

const CHUNK = 20_000;
const MANY = 1_000;

/**
 * Begins waves whose time has come: plans their messages, checks the count, and rings the senders. In
 * rolling waves under way it plans for those whose own time has come.
 */
@Injectable()
export class WaveStarter {
  private readonly log = new Logger(WaveStarter.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly segments: WaveSegments,
    private readonly bells: Bells,
    private readonly providers: MailProviders,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing for a wave that is not due or not to be started, so it may be asked any number of
   * times. Planning that was broken off is taken up again; the unique key keeps it from doubling.
   */
  async start(wave: string): Promise<void> {
    if (!(await this.begin(wave))) return this.planJoiners(wave);
    if (await this.isHeld(wave)) return;

    const { rolling } = await this.dataSource.manager.findOneByOrFail(Wave, { id: wave });
    const planned = rolling ? await this.planNow(wave, this.clock.now()) : await this.plan(wave);
    // So many new rows make the plans of statements that are kept prepared stale.
    if (planned >= MANY) await rowsOf(this.dataSource, 'ANALYZE messages, participants');
    // Nobody has to be in a rolling wave before their time.
    const missing = rolling ? 0 : await countUnplanned(this.dataSource, wave);
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
   * A segment may have shrunk since it was chosen: a reminder that would single people out of an anonymous
   * survey waits for staff before anything of it is planned.
   */
  private async isHeld(id: string): Promise<boolean> {
    const wave = await this.dataSource.manager.findOneByOrFail(Wave, { id });
    const problem = await this.segments.problemOf(await this.surveys.get(wave.surveyId), wave);
    if (problem === null) return false;
    const held = await rowsOf(
      this.dataSource,
      `UPDATE waves SET state = 'held', held_reason = $2
       WHERE id = $1 AND state = 'planning' AND NOT EXISTS (SELECT FROM messages m WHERE m.wave_id = $1) RETURNING 1`,
      [id, packed(problem)],
    );
    if (held.length > 0) this.log.warn({ event: 'wave.held', wave: id, reason: 'segment too small' });
    return held.length > 0;
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

  /** Takes those into a rolling wave under way whose time has come. */
  private async planJoiners(id: string): Promise<void> {
    const wave = await this.dataSource.manager.findOneBy(Wave, { id });
    if (!wave?.rolling || wave.state !== 'sending') return;
    const now = this.clock.now();
    const planned = await this.planNow(id, now);
    await rowsOf(this.dataSource, 'UPDATE waves SET looked_at = $2 WHERE id = $1', [id, now]);
    if (planned === 0) return;
    this.log.log({ event: 'wave.joined', wave: id, planned });
    await this.bells.ring('send-wave', { wave: id });
    await this.providers.noteDomains(wave.surveyId);
  }

  private async plan(wave: string): Promise<number> {
    return inChunks((after) => planChunk(this.dataSource, wave, after, CHUNK, this.clock.now()));
  }

  private async planNow(id: string, now: Date): Promise<number> {
    const { surveyId, kind, sendAt, onRequestOf } = await this.dataSource.manager.findOneByOrFail(Wave, {
      id,
    });
    // People who asked for this reminder are in it already.
    if (onRequestOf !== null) return 0;
    const { timeZone } = await this.surveys.get(surveyId);
    const counts = kind === 'reminder' && sendAt.at === 'after_invitation';
    const invitedBy = counts ? lastDayInvited(sendAt, timeZone, now) : null;
    return inChunks((after) => planJoiners(this.dataSource, id, after, CHUNK, now, invitedBy));
  }
}

/** Goes through everybody; gives how many rows that wrote. */
async function inChunks(step: (after: string) => Promise<PlannedChunk>): Promise<number> {
  let planned = 0;
  let after: string | null = '0';
  while (after !== null) {
    const chunk = await step(after);
    planned += chunk.planned;
    after = chunk.last;
  }
  return planned;
}
