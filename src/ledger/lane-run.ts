import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../common/clock.js';
import type { PreparedStatements } from '../database/prepared-statements.js';
import type { HandOver, OutgoingMail } from '../smtp/hand-over.js';
import type { ClaimedMessage, ClaimedRound, Turn } from './claim.queries.js';
import type { AskingSurvey, BreakerKind } from '../pace/breaker.js';
import { settlementOf } from './outcomes.js';
import type { Pace } from '../pace/pace.js';
import type { Permits } from '../pace/permits.js';
import { settle, type Settlement } from './settle.queries.js';
import type { Trouble } from '../pace/trouble.rules.js';

/** A round whose worker has not been heard of for so long belongs to nobody any more. */
export const LEASE_SECONDS = 30;

/**
 * So long after its claim a mail may still be completed. Shorter than the lease, and than the time a
 * submit waits for a hand-over, so that no reminder can follow an answer that was acknowledged (P3).
 */
const HAND_OVER_SECONDS = 8;

/** Where rounds take messages from and how a message becomes bytes. */
export interface Lane {
  /** The survey that all its mails are of; null: mails of several surveys. */
  survey: AskingSurvey | null;
  /** What of the survey's own its mails depend on. */
  obeys: readonly BreakerKind[];
  /** Settles what has come back, and claims a round of what is due, or says why it may not. */
  claim(turn: Turn): Promise<ClaimedRound & { rest?: Rest }>;
  compose(message: ClaimedMessage): Promise<OutgoingMail> | OutgoingMail;
  /** Looks at what became of a message, before it is settled; true lets the lane rest. */
  brake?(settlement: Settlement, outcome: HandOver): Promise<boolean>;
  /** Hears that its letter cannot be sent; true where it holds the lane for that. Without it a breaker opens. */
  holdLetter?(trouble: Trouble): Promise<boolean>;
}

/** What became of one message. */
export interface Heard {
  outcome: HandOver;
  /** What is at fault beyond this message; null where it is this message's own matter. */
  trouble: Trouble | null;
}

/** Why a lane came to rest. `drained`: nothing is due; otherwise what kept it from going on. */
export type Rest =
  | { why: 'drained' }
  | { why: 'stopping' }
  /** Whoever is in charge of the lane wants it to rest. */
  | { why: 'braked' }
  /** Something that more than one mail needs is out of order; its breaker is about to open. */
  | { why: 'failed'; trouble: Trouble }
  | { why: 'held_off'; reason: string; until: Date }
  /** Mails may not go out at this hour. */
  | { why: 'out_of_hours'; until: Date };

/** What a run stands on. */
export interface Ground {
  statements: PreparedStatements;
  permits: Permits;
  pace: Pace;
  clock: Clock;
  /** Hands a mail over and judges what came of it; never rejects. */
  handOver(lane: Lane, message: ClaimedMessage, notAfter: number, probing: boolean): Promise<Heard>;
  /** Tokens of rounds under way, whose leases somebody has to extend. */
  tokens: Set<string>;
  isStopping(): boolean;
}

/**
 * One lane being worked off. Every turn records what has come back and claims as much anew, in one
 * statement; meanwhile the others are handed over. Each message under way holds a permit until it is
 * recorded, so there are never more of them than connections.
 */
export class LaneRun {
  private readonly log = new Logger(LaneRun.name);
  private readonly underWay = new Map<string, Promise<void>>();
  /** Messages of each round that have not come back yet. */
  private readonly rounds = new Map<string, number>();
  private finished: Settlement[] = [];
  private rest: Rest | null = null;
  private permits = 0;
  private wake: (() => void) | null = null;

  constructor(
    private readonly lane: Lane,
    private readonly ground: Ground,
    private readonly size: number,
  ) {}

  /** Sends until nothing is due or something is in the way. */
  async workOff(): Promise<Rest> {
    try {
      while (!this.rest) await this.step();
      return this.rest;
    } finally {
      await this.comeToRest();
    }
  }

  /**
   * Hands one message over to find out whether the way is free; null if it is.
   *
   * @param avoid a survey whose mails would prove nothing
   */
  async probe(avoid: string | null): Promise<Rest | null> {
    this.permits = await this.ground.permits.take(1);
    try {
      for (;;) {
        if (this.ground.isStopping()) return { why: 'stopping' };
        await this.ground.pace.wait(1);
        if (this.ground.isStopping()) return { why: 'stopping' };
        const { messages, putAside } = await this.turn(1, true, avoid);
        if (this.rest) return this.rest;
        // Who dropped out at the last moment proves nothing about the mail server.
        if (messages.length === 0 && putAside > 0) continue;
        if (messages.length === 0) return { why: 'drained' };
        await Promise.all(this.underWay.values());
        return this.rest;
      }
    } finally {
      await this.comeToRest();
    }
  }

  /**
   * Records what comes back and gives its permits to others, until nothing is under way. What cannot be
   * recorded at all is left to the sweep: its leases run out.
   */
  private async comeToRest(): Promise<void> {
    try {
      for (;;) {
        await this.record();
        this.ground.permits.give(this.permits - this.underWay.size);
        this.permits = this.underWay.size;
        if (this.permits === 0 && this.finished.length === 0) return;
        if (this.finished.length === 0) await this.untilWoken();
      }
    } finally {
      this.ground.permits.give(this.permits);
      for (const token of this.rounds.keys()) this.ground.tokens.delete(token);
    }
  }

  private async untilWoken(): Promise<void> {
    await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = null;
  }

  private async step(): Promise<void> {
    if (this.ground.isStopping()) {
      this.rest = { why: 'stopping' };
      return;
    }
    await this.adjustPermits();
    const free = this.permits - this.underWay.size;
    if (free === 0) {
      await this.something();
      return;
    }

    let limit = free;
    if ((await this.ground.pace.now()).rate !== undefined) {
      limit = await this.whileRecording(this.ground.pace.wait(free));
      if (this.rest || this.ground.isStopping()) return;
    }
    const { messages, putAside } = await this.turn(limit, false);
    await this.ground.pace.unused(limit - messages.length);
    if (messages.length + putAside === 0) this.restFor({ why: 'drained' });
  }

  /** Gives way to other lanes, and takes up to its full size while there is room. */
  private async adjustPermits(): Promise<void> {
    const { permits } = this.ground;
    if (permits.areWanted) {
      const free = this.permits - this.underWay.size;
      // What has come back holds its permit until it is recorded.
      if (free > 0 && this.finished.length > 0) await this.record();
      this.permits -= free;
      permits.give(free);
    } else this.permits += permits.takeFree(this.size - this.permits);
    if (this.permits === 0) this.permits = await permits.take(this.size);
  }

  /** Records what has come back and claims the next round. */
  private async turn(limit: number, probing: boolean, avoid: string | null = null): Promise<ClaimedRound> {
    const token = randomUUID();
    const now = this.ground.clock.now();
    const notAfter = performance.now() + HAND_OVER_SECONDS * 1000;
    const leaseUntil = new Date(now.getTime() + LEASE_SECONDS * 1000);
    const finished = this.take();
    let round: Awaited<ReturnType<Lane['claim']>>;
    try {
      round = await this.lane.claim({ token, now, leaseUntil, limit, probing, avoid, finished });
    } catch (error) {
      this.finished = [...finished, ...this.finished];
      throw error;
    }
    this.recorded(finished);
    this.restFor(round.rest ?? null);
    if (round.messages.length > 0) {
      this.rounds.set(token, round.messages.length);
      this.ground.tokens.add(token);
    }
    for (const message of round.messages) {
      this.underWay.set(message.id, this.handOver(message, token, notAfter, probing));
    }
    return round;
  }

  private async handOver(
    message: ClaimedMessage,
    token: string,
    notAfter: number,
    probing: boolean,
  ): Promise<void> {
    const { outcome, trouble } = await this.ground.handOver(this.lane, message, notAfter, probing);
    const now = this.ground.clock.now();
    const settlement = { ...settlementOf(message, outcome, now, Math.random(), trouble !== null), token };
    this.restFor(this.restAfter(trouble));
    this.finished.push(settlement);
    this.underWay.delete(message.id);
    if (this.lane.brake) {
      try {
        if (await this.lane.brake(settlement, outcome)) this.restFor({ why: 'braked' });
      } catch (error) {
        this.log.warn({ event: 'wave.not-braked', reason: (error as Error).message });
      }
    }
    this.wake?.();
  }

  /** A lane of several surveys goes on where only one of them has to wait. */
  private restAfter(trouble: Trouble | null): Rest | null {
    if (!trouble || (this.lane.survey === null && trouble.what !== 'server')) return null;
    return trouble.what === 'letter' && this.lane.holdLetter ? { why: 'braked' } : { why: 'failed', trouble };
  }

  /** Waits until a message has come back. */
  private async something(): Promise<void> {
    if (this.underWay.size < this.permits || this.rest) return;
    await this.untilWoken();
  }

  /** That nothing is due says less than whatever else keeps a lane from going on. */
  private restFor(rest: Rest | null): void {
    if (rest && (!this.rest || this.rest.why === 'drained')) this.rest = rest;
  }

  /** Waits for something slow, and meanwhile records what comes back. */
  private async whileRecording<T>(slow: Promise<T>): Promise<T> {
    const wait = { over: false };
    const done = slow.finally(() => {
      wait.over = true;
      this.wake?.();
    });
    done.catch(() => undefined);
    for (;;) {
      await this.record();
      if (wait.over) return done;
      if (this.finished.length === 0) await this.untilWoken();
    }
  }

  private take(): Settlement[] {
    return this.finished.splice(0);
  }

  /** Forgets rounds of which everything is recorded; their rows have gone with the statement. */
  private recorded(settlements: readonly Settlement[]): void {
    for (const { token } of settlements) {
      const left = (this.rounds.get(token) ?? 0) - 1;
      if (left > 0) this.rounds.set(token, left);
      else {
        this.rounds.delete(token);
        this.ground.tokens.delete(token);
      }
    }
  }

  /** What the server said must reach the ledger even if Postgres is away for a moment. */
  private async record(): Promise<void> {
    const finished = this.take();
    if (finished.length === 0) return;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await settle(this.ground.statements, finished, this.ground.clock.now());
        this.recorded(finished);
        return;
      } catch (error) {
        this.log.warn({ event: 'round.not-settled', attempt, reason: (error as Error).message });
        if (attempt === 8) {
          this.finished.push(...finished);
          throw error;
        }
        await sleep(Math.min(250 * 2 ** attempt, 10_000));
      }
    }
  }
}
