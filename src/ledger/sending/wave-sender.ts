import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Bells } from '../../queue/bells.js';
import { holds } from '../../safeguards/sending-guard.queries.js';
import { SendingGuard } from '../../safeguards/sending-guard.service.js';
import { Survey } from '../../surveys/survey.entity.js';
import type { StopReason } from './lane.js';
import { Lanes } from './lanes.js';
import { nextTurnAt } from './lines.queries.js';
import { Rounds } from './rounds.js';
import { opensFor } from './sending-hours.rules.js';
import { finishWave } from '../claims/settle.queries.js';
import type { WaveLane } from './wave-lane.js';
import { Wave } from '../states/wave.entity.js';

/** What comes up within this time is waited for; a bell rings for what comes later. */
const MAX_WAIT_IN_PLACE_MS = 3000;

/** Sends what the ledger holds of a wave. */
@Injectable()
export class WaveSender {
  private readonly log = new Logger(WaveSender.name);
  /** Waves this process is sending; a second bell for one of them says nothing new. */
  private readonly atWork = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
    private readonly rounds: Rounds,
    private readonly guard: SendingGuard,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due in a wave, then finishes it if nothing is open. Returns at once if it is not sending. */
  async sendWave(id: string): Promise<void> {
    if (this.atWork.has(id)) return;
    this.atWork.add(id);
    try {
      await this.send(id);
      await this.guard.look();
    } finally {
      this.atWork.delete(id);
    }
  }

  private async send(id: string): Promise<void> {
    const { manager } = this.dataSource;
    const wave = await manager.findOneBy(Wave, { id });
    // A restored or copied database sends nothing until staff say so. What waits is found again by the sweep.
    if (wave?.state !== 'sending' || holds(await this.guard.look(), wave.kind)) return;
    const survey = await manager.findOneByOrFail(Survey, { id: wave.surveyId });
    const opens = opensFor(wave, survey, this.clock.now());
    if (opens) return this.ringAt(id, opens);
    const lane = await this.lanes.ofWave(wave);
    if (!(await lane.canBeWritten())) return;

    const stop = await this.workOff(wave, lane);
    if (stop.why === 'held_off' || stop.why === 'out_of_hours') await this.ringAt(id, stop.until);
    if (stop.why !== 'drained') return;
    const next = await nextTurnAt(this.dataSource, id, this.clock.now());
    if (!next) return this.finish(id);
    await this.ringAt(id, next);
  }

  private async ringAt(id: string, at: Date): Promise<void> {
    const once = `send-wave-${id}-at-${Math.floor(at.getTime() / 1000)}`;
    await this.bells.ring('send-wave', { wave: id }, { at, once });
  }

  /** Works the lane off again and again while there is more to do within moments. */
  private async workOff({ id, kind }: Wave, lane: WaveLane): Promise<StopReason> {
    for (let idle = 0; ;) {
      const stop = await this.rounds.workOff(lane);
      if (stop.why !== 'drained') return stop;
      const claimed = lane.takeClaimed();
      if (claimed === 0 && holds(await this.guard.hold(), kind)) return { why: 'braked' };
      const now = this.clock.now();
      const canary = await lane.decideCanary(now);
      if (canary === 'held') return { why: 'braked' };
      if (canary !== 'passed') {
        const next = await nextTurnAt(this.dataSource, id, now);
        const wait = canary === 'under way' ? 0 : next ? next.getTime() - now.getTime() : Infinity;
        if (wait > MAX_WAIT_IN_PLACE_MS) return stop;
        // Somebody else may hold what is due; anyone who comes back in vain comes back less often.
        await sleep(Math.max(wait, Math.min(10 * 2 ** idle, MAX_WAIT_IN_PLACE_MS)));
      }
      idle = claimed > 0 ? 0 : idle + 1;
    }
  }

  /** A wave is finished only when nothing of it is open (P2). */
  private async finish(id: string): Promise<void> {
    const finished = await finishWave(this.dataSource, id, this.clock.now());
    if (finished) this.log.log({ event: 'wave.finished', wave: id });
  }
}
