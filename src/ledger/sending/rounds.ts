import { Injectable } from '@nestjs/common';
import { Breaker, type Passage } from '../../pace/breaker.js';
import type { Trouble } from '../../pace/trouble.rules.js';
import type { Lane, StopReason } from './lane.js';
import { LaneRun } from './lane-run.js';
import { Leases } from '../claims/leases.js';
import { SendingRuntime } from './sending-runtime.js';

/** Works lanes off in rounds, as long as the breaker lets it. */
@Injectable()
export class Rounds {
  constructor(
    private readonly runtime: SendingRuntime,
    private readonly leases: Leases,
    private readonly breaker: Breaker,
  ) {}

  /** Sends until nothing is due or something prevents it. */
  async workOff(lane: Lane): Promise<StopReason> {
    const passage = await this.breaker.ask(lane.survey, lane.obeys);
    if (passage.may === 'wait') {
      return { why: 'held_off', reason: passage.for.reason, until: passage.for.until };
    }
    if (passage.may === 'probe') {
      const stop = await this.leases.during(this.probe(lane, passage));
      if (stop) return stop;
    }

    const run = new LaneRun(lane, this.runtime, this.runtime.connections);
    const stop = await this.leases.during(run.workOff());
    return stop.why === 'failed' ? this.openBreaker(stop.trouble, false) : stop;
  }

  /** Sends one message to find out whether sending works again; null if it does. */
  private async probe(
    lane: Lane,
    { about, avoid }: Extract<Passage, { may: 'probe' }>,
  ): Promise<StopReason | null> {
    const stop = await new LaneRun(lane, this.runtime, 1).probe(avoid);
    if (stop?.why !== 'failed') {
      if (stop) await this.breaker.giveBack(about);
      else await this.breaker.passed(about, lane.survey !== null || avoid !== null, lane.survey?.id ?? null);
      return stop;
    }

    const trouble = troubleOfProbe(stop.trouble, about);
    const failed = about.filter(({ kind }) => kind === trouble.what);
    const others = about.filter(({ kind }) => kind !== trouble.what);
    // A server that rejects this survey's sender or letter answers; about the rest nothing is known yet.
    if (trouble.what !== 'server')
      for (const row of others.filter(({ kind }) => kind === 'server')) await this.breaker.close(row);
    await this.breaker.giveBack(others.filter(({ kind }) => kind !== 'server'));
    return this.openBreaker(trouble, failed.length > 0);
  }

  private async openBreaker(trouble: Trouble, probed: boolean): Promise<StopReason> {
    const { until } = await this.breaker.open(trouble, probed);
    return { why: 'held_off', reason: trouble.reason, until };
  }
}

/** While only this survey's sender or letter is in doubt, a reply to its mail affects no other survey. */
function troubleOfProbe(trouble: Trouble, about: readonly { kind: Trouble['what'] }[]): Trouble {
  const isOwn = about.length > 0 && about.every(({ kind }) => kind !== 'server');
  return trouble.what === 'server' && trouble.isReply && isOwn ? { ...trouble, what: 'sender' } : trouble;
}
