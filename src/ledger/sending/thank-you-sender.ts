import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Bells } from '../../queue/bells.js';
import { holds } from '../../safeguards/sending-guard.queries.js';
import { SendingGuard } from '../../safeguards/sending-guard.service.js';
import { Lanes } from './lanes.js';
import { Rounds } from './rounds.js';
import { surveysInDoubt } from '../planning/thank-yous.queries.js';

/**
 * Sends the thank-yous of all surveys together. One whose sender or whose thank-you is in doubt is left out,
 * and finds out by itself when it may go on.
 */
@Injectable()
export class ThankYouSender {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
    private readonly rounds: Rounds,
    private readonly guard: SendingGuard,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due. */
  async send(): Promise<void> {
    if (holds(await this.guard.look(), 'thank_you')) return;
    const laneOf = this.lanes.ofThankYous();
    const stop = await this.rounds.workOff(await laneOf(null));
    if (stop.why === 'stopping') return;
    await this.guard.look();
    if (stop.why === 'held_off') return this.ringAt(stop.until);

    for (const { survey, until } of await surveysInDoubt(this.dataSource)) {
      if (until > this.clock.now()) continue;
      await this.rounds.workOff(await laneOf(survey));
    }
    const [next] = await surveysInDoubt(this.dataSource);
    if (next) await this.ringAt(next.until);
  }

  private async ringAt(at: Date): Promise<void> {
    const once = `send-thank-yous-at-${Math.floor(at.getTime() / 1000)}`;
    await this.bells.ring('send-thank-yous', {}, { at, once });
  }
}
