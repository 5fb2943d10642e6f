import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { ClaimedMessage, ClaimedRound } from '../claims/claimed-round.js';
import type { HandOverOptions, Lane, LaneRuntime, StopReason } from './lane.js';
import { LEASE_SECONDS } from '../claims/leases.js';
import { settlementOf } from '../claims/outcomes.js';
import { PendingSettlements } from './pending-settlements.js';
import type { Trouble } from '../../pace/trouble.rules.js';

/**
 * How long after its claim a mail may still be completed. Shorter than the lease, and than the time a submit
 * waits for a hand-over, so that no reminder can follow an answer that was acknowledged (P3).
 */
const HAND_OVER_SECONDS = 8;

/** How a turn claims: the one message of a probe, or a round. */
interface TurnOptions {
  limit: number;
  probing: boolean;
  /** A survey whose mails would prove nothing in this probe. */
  avoid: string | null;
}

/**
 * Sends the messages of one lane until it is drained. Each turn settles the outcomes so far and claims as
 * many new messages, in one statement, while the others are being handed over. A message holds a permit until
 * it is settled, so there are never more under way than connections.
 */
export class LaneRun {
  private readonly log = new Logger(LaneRun.name);
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly pending: PendingSettlements;
  private stop: StopReason | null = null;
  private permits = 0;
  private wake: (() => void) | null = null;

  /** @param size how many messages it may have under way at most */
  constructor(
    private readonly lane: Lane,
    private readonly runtime: LaneRuntime,
    private readonly size: number,
  ) {
    this.pending = new PendingSettlements(runtime);
  }

  /** Sends until nothing is due or something prevents it. */
  async workOff(): Promise<StopReason> {
    try {
      while (!this.stop) await this.step();
      return this.stop;
    } finally {
      await this.drain();
    }
  }

  /**
   * Hands one message over to find out whether sending works again; null if it does.
   *
   * @param avoid a survey whose mails would prove nothing
   */
  async probe(avoid: string | null): Promise<StopReason | null> {
    this.permits = await this.runtime.permits.take(1);
    try {
      for (;;) {
        if (this.runtime.isStopping()) return { why: 'stopping' };
        await this.runtime.pace.wait(1);
        if (this.runtime.isStopping()) return { why: 'stopping' };
        const { messages, putAside } = await this.turn({ limit: 1, probing: true, avoid });
        if (this.stop) return this.stop;
        // A message that was skipped at the last moment proves nothing about the mail server.
        if (messages.length === 0 && putAside > 0) continue;
        if (messages.length === 0) return { why: 'drained' };
        await Promise.all(this.underWay.values());
        return this.stop;
      }
    } finally {
      await this.drain();
    }
  }

  /**
   * Records what comes back and gives its permits to others, until nothing is under way. What cannot be
   * recorded at all is left to the sweep.
   */
  private async drain(): Promise<void> {
    try {
      for (;;) {
        await this.pending.record();
        this.runtime.permits.give(this.permits - this.underWay.size);
        this.permits = this.underWay.size;
        if (this.permits === 0 && this.pending.isEmpty) return;
        if (this.pending.isEmpty) await this.waitUntilWoken();
      }
    } finally {
      this.runtime.permits.give(this.permits);
      this.pending.abandon();
    }
  }

  private async waitUntilWoken(): Promise<void> {
    await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = null;
  }

  private async step(): Promise<void> {
    if (this.runtime.isStopping()) {
      this.stop = { why: 'stopping' };
      return;
    }
    await this.adjustPermits();
    const free = this.permits - this.underWay.size;
    if (free === 0) {
      await this.waitForOutcome();
      return;
    }

    let limit = free;
    if ((await this.runtime.pace.now()).rate !== undefined) {
      limit = await this.whileRecording(this.runtime.pace.wait(free));
      if (this.stop || this.runtime.isStopping()) return;
    }
    const { messages, putAside } = await this.turn({ limit, probing: false, avoid: null });
    await this.runtime.pace.unused(limit - messages.length);
    if (messages.length + putAside === 0) this.stopWith({ why: 'drained' });
  }

  /** Releases idle permits when other lanes wait for them, and otherwise takes as many as it may. */
  private async adjustPermits(): Promise<void> {
    const { permits } = this.runtime;
    if (permits.areWanted) {
      const free = this.permits - this.underWay.size;
      // A message holds its permit until its outcome is recorded.
      if (free > 0 && !this.pending.isEmpty) await this.pending.record();
      this.permits -= free;
      permits.give(free);
    } else this.permits += permits.takeFree(this.size - this.permits);
    if (this.permits === 0) this.permits = await permits.take(this.size);
  }

  /** Settles the outcomes so far and claims the next round. */
  private async turn({ limit, probing, avoid }: TurnOptions): Promise<ClaimedRound> {
    const token = randomUUID();
    const now = this.runtime.clock.now();
    const notAfter = performance.now() + HAND_OVER_SECONDS * 1000;
    const leaseUntil = new Date(now.getTime() + LEASE_SECONDS * 1000);
    const finished = this.pending.take();
    let round: Awaited<ReturnType<Lane['claim']>>;
    try {
      round = await this.lane.claim({ token, now, leaseUntil, limit, probing, avoid, finished });
    } catch (error) {
      this.pending.putBack(finished);
      throw error;
    }
    this.pending.recorded(finished);
    this.stopWith(round.stop ?? null);
    if (round.messages.length > 0) this.pending.begin(token, round.messages.length);
    for (const message of round.messages) {
      this.underWay.set(message.id, this.handOver(message, token, { notAfter, probing }));
    }
    return round;
  }

  private async handOver(message: ClaimedMessage, token: string, options: HandOverOptions): Promise<void> {
    const { outcome, trouble } = await this.runtime.handOver(this.lane, message, options);
    const now = this.runtime.clock.now();
    const settlement = { ...settlementOf(message, outcome, now, Math.random(), trouble !== null), token };
    this.stopWith(this.stopReasonAfter(trouble));
    this.pending.add(settlement);
    this.underWay.delete(message.id);
    if (this.lane.brake) {
      try {
        if (await this.lane.brake(settlement, outcome)) this.stopWith({ why: 'braked' });
      } catch (error) {
        this.log.warn({ event: 'wave.not-braked', reason: (error as Error).message });
      }
    }
    this.wake?.();
  }

  /** A lane of several surveys goes on when only one of them has to wait. */
  private stopReasonAfter(trouble: Trouble | null): StopReason | null {
    if (!trouble || (this.lane.survey === null && trouble.what !== 'server')) return null;
    return trouble.what === 'letter' && this.lane.holdLetter ? { why: 'braked' } : { why: 'failed', trouble };
  }

  /** Waits until there is an outcome or a free permit. */
  private async waitForOutcome(): Promise<void> {
    if (this.underWay.size < this.permits || this.stop) return;
    await this.waitUntilWoken();
  }

  /** `drained` is the weakest reason: any other replaces it. */
  private stopWith(stop: StopReason | null): void {
    if (stop && (!this.stop || this.stop.why === 'drained')) this.stop = stop;
  }

  /** Waits for something slow and settles outcomes meanwhile. */
  private async whileRecording<T>(slow: Promise<T>): Promise<T> {
    const wait = { over: false };
    const done = slow.finally(() => {
      wait.over = true;
      this.wake?.();
    });
    done.catch(() => undefined);
    for (;;) {
      await this.pending.record();
      if (wait.over) return done;
      if (this.pending.isEmpty) await this.waitUntilWoken();
    }
  }
}
