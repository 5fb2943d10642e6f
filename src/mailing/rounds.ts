import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import type { HandOver, OutgoingMail } from '../mail/hand-over.js';
import { SmtpConnections } from '../mail/smtp-connections.js';
import type { ClaimedMessage, ClaimedRound, Turn } from './claim.queries.js';
import { settlementOf } from './outcomes.js';
import { WrongRecipient } from './wrong-recipient.js';
import { Breaker } from './breaker.js';
import { Pace } from './pace.js';
import { Permits } from './permits.js';
import { extendLease, type FinishedRound, settle, type Settlement } from './settle.queries.js';

/** A round whose worker has not been heard of for so long belongs to nobody any more. */
const LEASE_SECONDS = 30;
const HEARTBEAT_SECONDS = 10;

/**
 * So long after its claim a mail may still be completed. Shorter than the lease, and than the time a
 * submit waits for a hand-over, so that no reminder can follow an answer that was acknowledged (P3).
 */
const HAND_OVER_SECONDS = 8;

/** Two rounds are under way at once, so that one is handed over while the other is claimed or settled. */
const ROUNDS_AT_ONCE = 2;

/** Where rounds take messages from and how a message becomes bytes. */
export interface Lane {
  /** Settles the round before, if there is one, and claims the next. */
  claim(turn: Turn): Promise<ClaimedRound>;
  compose(message: ClaimedMessage): Promise<OutgoingMail>;
  /** Looks at what became of a round, before it is settled; true lets the lane rest. */
  brake?(settlements: readonly Settlement[]): Promise<boolean>;
}

/** Why a lane came to rest. `drained`: nothing is due; otherwise what kept it from going on. */
export type Rest =
  | { why: 'drained' }
  | { why: 'stopping' }
  /** Whoever is in charge of the lane wants it to rest. */
  | { why: 'braked' }
  /** The mail server cannot be reached or will not have us; the breaker is about to open. */
  | { why: 'failed'; reason: string }
  | { why: 'held_off'; reason: string; until: Date };

/**
 * Works a lane off in rounds: claim, hand over in parallel, settle. Never more messages are under
 * way than there are connections, which bounds what one crash can leave uncertain.
 */
@Injectable()
export class Rounds implements BeforeApplicationShutdown {
  private readonly log = new Logger(Rounds.name);
  private readonly atWork = new Set<Promise<unknown>>();
  private readonly permits: Permits;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: PreparedStatements,
    private readonly connections: SmtpConnections,
    private readonly pace: Pace,
    private readonly breaker: Breaker,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.permits = new Permits(config.smtpConnections);
  }

  /** Sends until nothing is due or something is in the way. */
  async workOff(lane: Lane): Promise<Rest> {
    const passage = await this.breaker.ask();
    if (passage === 'probe') {
      const rest = await this.watched(this.probe(lane));
      if (rest) return rest;
    } else if (passage !== 'closed') {
      return { why: 'held_off', reason: passage.reason, until: passage.until };
    }

    const size = Math.max(1, Math.floor(this.config.smtpConnections / ROUNDS_AT_ONCE));
    const rounds = Array.from({ length: ROUNDS_AT_ONCE }, () =>
      this.watched(this.roundAfterRound(lane, size)),
    );
    const rests = await Promise.all(rounds);
    const failed = rests.find((rest) => rest.why === 'failed');
    if (failed) return this.holdOff(failed.reason, false);
    return rests.find((rest) => rest.why !== 'drained') ?? { why: 'drained' };
  }

  /** Sends one message to find out whether the way is free again; null if it is. */
  private async probe(lane: Lane): Promise<Rest | null> {
    const permits = await this.permits.take(1);
    try {
      const rest = await this.probeOnce(lane);
      if (rest?.why === 'failed') return await this.holdOff(rest.reason, true);
      if (rest) await this.breaker.giveBack();
      else await this.breaker.close();
      return rest;
    } finally {
      this.permits.give(permits);
    }
  }

  private async probeOnce(lane: Lane): Promise<Rest | null> {
    for (;;) {
      if (this.stopping) return { why: 'stopping' };
      await this.pace.wait(1);
      const { finished, rest } = await this.round(lane, { limit: 1, probing: true, finished: null });
      if (finished) await lane.brake?.(finished.settlements);
      await this.settled(finished);
      // Who dropped out at the last moment proves nothing about the mail server.
      if (finished ?? rest) return rest;
    }
  }

  private async holdOff(reason: string, probed: boolean): Promise<Rest> {
    return { why: 'held_off', reason, until: await this.breaker.open(reason, probed) };
  }

  /** Lets a shutdown wait for what is under way. */
  private async watched<T>(work: Promise<T>): Promise<T> {
    this.atWork.add(work);
    try {
      return await work;
    } finally {
      this.atWork.delete(work);
    }
  }

  /** Stops claiming and lets what is under way be handed over and settled. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled([...this.atWork]);
  }

  /**
   * Round after round on the same permits. Each claim settles the round before it, so that a round costs
   * one statement; only where no claim follows at once is a round settled by itself.
   */
  private async roundAfterRound(lane: Lane, size: number): Promise<Rest> {
    let permits = await this.permits.take(size);
    let finished: FinishedRound | null = null;
    try {
      for (;;) {
        if (this.stopping) return { why: 'stopping' };
        if (this.permits.areWanted) {
          finished = await this.settled(finished);
          this.permits.give(permits);
          permits = await this.permits.take(size);
        } else permits += this.permits.takeFree(size - permits);

        const limit = this.pace.roundSize(permits);
        if (this.pace.isLimited) {
          finished = await this.settled(finished);
          await this.pace.wait(limit);
        }
        const round: Round = await this.round(lane, { limit, probing: false, finished });
        finished = round.finished;
        const rest = round.rest ?? (finished && (await lane.brake?.(finished.settlements)) ? braked : null);
        if (rest) return rest;
      }
    } finally {
      await this.settled(finished).finally(() => {
        this.permits.give(permits);
      });
    }
  }

  /** One round, which settles the one before it. */
  private async round(
    lane: Lane,
    step: Pick<Turn, 'limit' | 'probing' | 'finished'>,
  ): Promise<Round> {
    const token = randomUUID();
    const now = this.clock.now();
    const notAfter = performance.now() + HAND_OVER_SECONDS * 1000;
    const { messages, putAside } = await lane.claim({ token, now, leaseUntil: leaseFrom(now), ...step });
    if (messages.length === 0) return { finished: null, rest: putAside === 0 ? { why: 'drained' } : null };

    const outcomes = await this.alive(token, () =>
      Promise.all(messages.map((message) => this.handOver(lane, message, notAfter))),
    );
    const settlements = messages.map((message, i) =>
      settlementOf(
        message,
        outcomes[i] ?? { outcome: 'uncertain', reason: 'no outcome' },
        this.clock.now(),
        Math.random(),
      ),
    );
    return { finished: { token, settlements }, rest: restAfter(outcomes) };
  }

  /** Extends the lease of a round for as long as it is under way. */
  private async alive<T>(token: string, work: () => Promise<T>): Promise<T> {
    const heartbeat = setInterval(() => {
      extendLease(this.dataSource, token, leaseFrom(this.clock.now())).catch((error: unknown) => {
        this.log.warn({ event: 'lease.not-extended', reason: (error as Error).message });
      });
    }, HEARTBEAT_SECONDS * 1000);
    try {
      return await work();
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async handOver(lane: Lane, message: ClaimedMessage, notAfter: number): Promise<HandOver> {
    try {
      return await this.connections.handOver({ ...(await lane.compose(message)), notAfter });
    } catch (error) {
      if (error instanceof WrongRecipient)
        return { outcome: 'not_handed_over', fault: 'address', reason: error.message };
      // Nothing has left this process, and it is nobody's fault but ours: it is tried again.
      this.log.error({ event: 'message.not-composed', message: message.id, error: (error as Error).name });
      return { outcome: 'not_handed_over', fault: 'late', reason: 'the letter could not be made' };
    }
  }

  /** What the server said must reach the ledger even if Postgres is away for a moment. */
  private async settled(round: FinishedRound | null): Promise<null> {
    if (!round) return null;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await settle(this.statements, round, this.clock.now());
        return null;
      } catch (error) {
        this.log.warn({ event: 'round.not-settled', attempt, reason: (error as Error).message });
        if (attempt === 8) throw error;
        await sleep(Math.min(250 * 2 ** attempt, 10_000));
      }
    }
  }
}

const braked: Rest = { why: 'braked' };

/** What a round came to: what is still to be recorded, and why the lane should rest, if it should. */
interface Round {
  finished: FinishedRound | null;
  rest: Rest | null;
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_SECONDS * 1000);
}

function restAfter(outcomes: readonly HandOver[]): Rest | null {
  for (const outcome of outcomes) {
    if (outcome.outcome === 'refused' && outcome.senderFault) return { why: 'failed', reason: outcome.reply };
    if (
      outcome.outcome === 'not_handed_over' &&
      (outcome.fault === 'connection' || outcome.fault === 'authentication')
    ) {
      return { why: 'failed', reason: outcome.reason };
    }
  }
  return null;
}
