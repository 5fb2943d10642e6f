import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { packed } from '../common/coded-text.js';
import { Clock } from '../common/clock.js';
import { rowsOf } from '../database/rows.js';
import { Bells } from '../queue/bells.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { MailProviders } from '../pace/mail-providers.js';
import {
  countUnplanned,
  planChunk,
  type PlannedChunk,
  planJoiners,
} from '../ledger/planning/plan.queries.js';
import { beginPlanning, beginSending, holdUnplanned, notePlanned } from '../ledger/planning/waves.queries.js';
import { lastDayInvited } from './planning/send-at.js';
import { WaveSegments } from './planning/wave-segments.service.js';
import { Wave } from '../ledger/states/wave.entity.js';

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
    const begun = await this.dataSource.transaction((tx) => beginPlanning(tx, wave, this.clock.now()));
    if (!begun) return this.planJoiners(wave);
    if (await this.isHeld(wave)) return;

    const { rolling } = await this.dataSource.manager.findOneByOrFail(Wave, { id: wave });
    const planned = rolling ? await this.planNow(wave, this.clock.now()) : await this.plan(wave);
    // So many new rows make the plans of statements that are kept prepared stale.
    if (planned >= MANY) await rowsOf(this.dataSource, 'ANALYZE messages, participants');
    // Nobody has to be in a rolling wave before their time.
    const missing = rolling ? 0 : await countUnplanned(this.dataSource, wave);
    const isSending = await beginSending(this.dataSource, wave, missing);
    this.log.log({ event: 'wave.planned', wave, planned, missing });
    if (isSending) await this.bells.ring('send-wave', { wave });
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
    const isHeld = await holdUnplanned(this.dataSource, id, packed(problem));
    if (isHeld) this.log.warn({ event: 'wave.held', wave: id, reason: 'segment too small' });
    return isHeld;
  }

  /** Takes those into a rolling wave under way whose time has come. */
  private async planJoiners(id: string): Promise<void> {
    const wave = await this.dataSource.manager.findOneBy(Wave, { id });
    if (!wave?.rolling || wave.state !== 'sending') return;
    const now = this.clock.now();
    const planned = await this.planNow(id, now);
    await notePlanned(this.dataSource, id, now);
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
