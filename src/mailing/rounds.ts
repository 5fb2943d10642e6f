import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import type { HandOver } from '../mail/hand-over.js';
import { MailServers } from '../mail/mail-servers.js';
import { Breaker } from './breaker.js';
import type { ClaimedMessage } from './claim.queries.js';
import { type Ground, type Lane, LaneRun, LEASE_SECONDS, type Rest } from './lane-run.js';
import { EVERYTHING, Pace } from './pace.js';
import { Permits } from './permits.js';
import { SendingRates } from './sending-rates.js';
import { extendLeases } from './settle.queries.js';
import { WrongRecipient } from './wrong-recipient.js';

const HEARTBEAT_SECONDS = 10;

/**
 * Works lanes off in rounds, as long as the breaker lets it. All lanes of this process share its permits,
 * one for each connection: that bounds what one crash can leave uncertain.
 */
@Injectable()
export class Rounds implements OnModuleInit, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly log = new Logger(Rounds.name);
  private readonly atWork = new Set<Promise<unknown>>();
  private readonly ground: Ground;
  private readonly rates = new SendingRates();
  private heartbeat: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: MailServers,
    private readonly breaker: Breaker,
    private readonly clock: Clock,
    private readonly pace: Pace,
    statements: PreparedStatements,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.ground = {
      statements,
      pace,
      clock,
      permits: new Permits(config.smtpConnections),
      tokens: new Set(),
      handOver: (lane, message, notAfter) => this.handOver(lane, message, notAfter),
      heard: (message, outcome) => {
        this.heard(message, outcome);
      },
      isStopping: () => this.stopping,
    };
  }

  onModuleInit(): void {
    this.heartbeat = setInterval(() => void this.extendLeases(), HEARTBEAT_SECONDS * 1000).unref();
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

    const rest = await this.watched(new LaneRun(lane, this.ground, this.config.smtpConnections).workOff());
    return rest.why === 'failed' ? this.holdOff(rest.reason, false) : rest;
  }

  /** Sends one message to find out whether the way is free again; null if it is. */
  private async probe(lane: Lane): Promise<Rest | null> {
    const rest = await new LaneRun(lane, this.ground, 1).probe();
    if (rest?.why === 'failed') return this.holdOff(rest.reason, true);
    if (rest) await this.breaker.giveBack();
    else await this.breaker.close();
    return rest;
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

  /** Stops claiming, before anything else is closed. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Lets what is under way be handed over and settled. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.atWork]);
    if (this.heartbeat) clearInterval(this.heartbeat);
  }

  /** What is still under way says so. */
  private async extendLeases(): Promise<void> {
    if (this.ground.tokens.size === 0) return;
    const leaseUntil = new Date(this.clock.now().getTime() + LEASE_SECONDS * 1000);
    try {
      await extendLeases(this.dataSource, [...this.ground.tokens], leaseUntil);
    } catch (error) {
      this.log.warn({ event: 'lease.not-extended', reason: (error as Error).message });
    }
  }

  /** Whoever asks for less gets less. */
  private heard({ provider }: ClaimedMessage, outcome: HandOver): void {
    for (const name of [provider, EVERYTHING]) this.rates.note(name);
    if (outcome.outcome !== 'deferred' || outcome.judgement.slows === null) return;
    const name = outcome.judgement.slows === 'provider' ? provider : EVERYTHING;
    this.pace.slowDown(name, this.rates.of(name), outcome.reply).catch((error: unknown) => {
      this.log.warn({ event: 'pace.not-slowed', reason: (error as Error).message });
    });
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
}
