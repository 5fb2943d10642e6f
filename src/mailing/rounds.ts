import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { HandOver, OutgoingMail } from '../mail/hand-over.js';
import { SmtpConnections } from '../mail/smtp-connections.js';
import type { Claim, ClaimedMessage } from './claim.queries.js';
import { settlementOf } from './outcomes.js';
import { Pace } from './pace.js';
import { Permits } from './permits.js';
import { extendLeases, settle, type Settlement } from './settle.queries.js';

/** A round whose worker has not been heard of for so long belongs to nobody any more. */
const LEASE_SECONDS = 30;
const HEARTBEAT_SECONDS = 10;

/** Two rounds are under way at once, so that one is handed over while the other is claimed or settled. */
const ROUNDS_AT_ONCE = 2;

/** Where rounds take messages from and how a message becomes bytes. */
export interface Lane {
  claim(claim: Claim): Promise<ClaimedMessage[]>;
  compose(message: ClaimedMessage): Promise<OutgoingMail>;
}

/** Why a lane came to rest. `drained`: nothing is due; otherwise what kept it from going on. */
export type Rest =
  | { why: 'drained' }
  | { why: 'stopping' }
  | { why: 'unreachable'; reason: string }
  | { why: 'sender_fault'; reason: string };

/**
 * Works a lane off in rounds: claim, hand over in parallel, settle. Never more messages are under
 * way than there are connections, which bounds what one crash can leave uncertain.
 */
@Injectable()
export class Rounds implements BeforeApplicationShutdown {
  private readonly log = new Logger(Rounds.name);
  private readonly atWork = new Set<Promise<Rest>>();
  private readonly permits: Permits;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: SmtpConnections,
    private readonly pace: Pace,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.permits = new Permits(config.smtpConnections);
  }

  /** Sends until nothing is due or something is in the way. */
  async workOff(lane: Lane): Promise<Rest> {
    const size = Math.max(1, Math.floor(this.config.smtpConnections / ROUNDS_AT_ONCE));
    const rounds = Array.from({ length: ROUNDS_AT_ONCE }, () => this.roundAfterRound(lane, size));
    for (const round of rounds) {
      this.atWork.add(round);
      void round.finally(() => this.atWork.delete(round)).catch(() => undefined);
    }
    const rests = await Promise.all(rounds);
    return rests.find((rest) => rest.why !== 'drained') ?? { why: 'drained' };
  }

  /** Stops claiming and lets what is under way be handed over and settled. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled([...this.atWork]);
  }

  private async roundAfterRound(lane: Lane, size: number): Promise<Rest> {
    for (;;) {
      const permits = await this.permits.take(this.pace.roundSize(size));
      try {
        const rest = await this.round(lane, permits);
        if (rest) return rest;
      } finally {
        this.permits.give(permits);
      }
    }
  }

  /** One round; null if there may be more to do. */
  private async round(lane: Lane, limit: number): Promise<Rest | null> {
    if (this.stopping) return { why: 'stopping' };
    await this.pace.wait(limit);
    const token = randomUUID();
    const now = this.clock.now();
    const claimed = await lane.claim({ token, now, leaseUntil: leaseFrom(now), limit });
    if (claimed.length === 0) return { why: 'drained' };

    const messages = claimed.filter((message) => message.reason === null);
    return this.alive(token, () => this.handOverAndSettle(lane, token, messages));
  }

  /** Extends the lease of a round for as long as it is under way. */
  private async alive<T>(token: string, work: () => Promise<T>): Promise<T> {
    const heartbeat = setInterval(() => {
      extendLeases(this.dataSource, token, leaseFrom(this.clock.now())).catch((error: unknown) => {
        this.log.warn({ event: 'lease.not-extended', reason: (error as Error).message });
      });
    }, HEARTBEAT_SECONDS * 1000);
    try {
      return await work();
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async handOverAndSettle(
    lane: Lane,
    token: string,
    messages: ClaimedMessage[],
  ): Promise<Rest | null> {
    const outcomes = await Promise.all(messages.map((message) => this.handOver(lane, message)));
    const now = this.clock.now();
    const settlements = messages.map((message, i) =>
      settlementOf(
        message,
        outcomes[i] ?? { outcome: 'uncertain', reason: 'no outcome' },
        now,
        Math.random(),
      ),
    );
    await this.settleForSure(token, settlements, now);
    return restAfter(outcomes);
  }

  private async handOver(lane: Lane, message: ClaimedMessage): Promise<HandOver> {
    let mail: OutgoingMail;
    try {
      mail = await lane.compose(message);
    } catch (error) {
      // Nothing has left this process: the fault is in the letter or the address, not in the server.
      this.log.error({
        event: 'message.not-composed',
        message: message.id,
        reason: (error as Error).message,
      });
      return {
        outcome: 'not_handed_over',
        fault: 'address',
        reason: `not composed: ${(error as Error).message}`,
      };
    }
    return this.connections.handOver(mail);
  }

  /** What the server said must reach the ledger even if Postgres is away for a moment. */
  private async settleForSure(token: string, settlements: Settlement[], now: Date): Promise<void> {
    if (settlements.length === 0) return;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await settle(this.dataSource, token, settlements, now);
        return;
      } catch (error) {
        this.log.warn({ event: 'round.not-settled', attempt, reason: (error as Error).message });
        if (attempt === 8) throw error;
        await sleep(Math.min(250 * 2 ** attempt, 10_000));
      }
    }
  }
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_SECONDS * 1000);
}

function restAfter(outcomes: readonly HandOver[]): Rest | null {
  for (const outcome of outcomes) {
    if (outcome.outcome === 'refused' && outcome.senderFault)
      return { why: 'sender_fault', reason: outcome.reply };
    if (outcome.outcome === 'not_handed_over' && outcome.fault === 'authentication') {
      return { why: 'sender_fault', reason: outcome.reason };
    }
    if (outcome.outcome === 'not_handed_over' && outcome.fault === 'connection') {
      return { why: 'unreachable', reason: outcome.reason };
    }
  }
  return null;
}
