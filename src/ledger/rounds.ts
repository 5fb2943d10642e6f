import { packed } from '../common/coded-text.js';
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
import { endsWithin } from '../common/within-time.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import type { HandOver, OutgoingMail } from '../smtp/hand-over.js';
import { CannotCompose } from '../composer/cannot-compose.js';
import { MailServers } from '../smtp/mail-servers.js';
import { Breaker, type Passage } from '../pace/breaker.js';
import type { ClaimedMessage } from './claim.queries.js';
import { type Ground, type Heard, type Lane, LaneRun, LEASE_SECONDS, type Rest } from './lane-run.js';
import { EVERYTHING, Pace } from '../pace/pace.js';
import { Permits } from '../pace/permits.js';
import { SendingRates } from '../pace/sending-rates.js';
import { extendLeases } from './settle.queries.js';
import { SeenSurveys, type Trouble, troubleIn } from '../pace/trouble.rules.js';
import { WrongRecipient } from './wrong-recipient.js';

const HEARTBEAT_SECONDS = 10;
/** So long a database may take to answer while this process is ending. */
const DATABASE_PATIENCE_MS = 5000;

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
  private readonly seen = new SeenSurveys();
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
      handOver: (lane, message, notAfter, probing) => this.handOver(lane, message, notAfter, probing),
      isStopping: () => this.stopping,
    };
  }

  onModuleInit(): void {
    this.heartbeat = setInterval(() => void this.extendLeases(), HEARTBEAT_SECONDS * 1000).unref();
  }

  /** Sends until nothing is due or something is in the way. */
  async workOff(lane: Lane): Promise<Rest> {
    const passage = await this.breaker.ask(lane.survey, lane.obeys);
    if (passage.may === 'wait') {
      return { why: 'held_off', reason: passage.for.reason, until: passage.for.until };
    }
    if (passage.may === 'probe') {
      const rest = await this.watched(this.probe(lane, passage));
      if (rest) return rest;
    }

    const rest = await this.watched(new LaneRun(lane, this.ground, this.config.smtpConnections).workOff());
    return rest.why === 'failed' ? this.holdOff(rest.trouble, false) : rest;
  }

  /** Sends one message to find out whether the way is free again; null if it is. */
  private async probe(
    lane: Lane,
    { about, avoid }: Extract<Passage, { may: 'probe' }>,
  ): Promise<Rest | null> {
    const rest = await new LaneRun(lane, this.ground, 1).probe(avoid);
    if (rest?.why !== 'failed') {
      if (rest) await this.breaker.giveBack(about);
      else await this.breaker.passed(about, lane.survey !== null || avoid !== null, lane.survey?.id ?? null);
      return rest;
    }

    const trouble = this.troubleOfProbe(rest.trouble, about);
    const failed = about.filter(({ kind }) => kind === trouble.what);
    const others = about.filter(({ kind }) => kind !== trouble.what);
    // A server that rejects this survey's sender or letter answers; about the rest nothing is known yet.
    if (trouble.what !== 'server')
      for (const row of others.filter(({ kind }) => kind === 'server')) await this.breaker.close(row);
    await this.breaker.giveBack(others.filter(({ kind }) => kind !== 'server'));
    return this.holdOff(trouble, failed.length > 0);
  }

  /** While only this survey is in doubt, what the server says to its mail concerns no other. */
  private troubleOfProbe(trouble: Trouble, about: readonly { kind: Trouble['what'] }[]): Trouble {
    const isOwn = about.length > 0 && about.every(({ kind }) => kind !== 'server');
    return trouble.what === 'server' && trouble.isReply && isOwn ? { ...trouble, what: 'sender' } : trouble;
  }

  private async holdOff(trouble: Trouble, probed: boolean): Promise<Rest> {
    const { until } = await this.breaker.open(trouble, probed);
    return { why: 'held_off', reason: trouble.reason, until };
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

  /** Lets what is under way be handed over and settled, as long as there is a database to settle it in. */
  async beforeApplicationShutdown(): Promise<void> {
    const settled = Promise.allSettled([...this.atWork]);
    while (!(await endsWithin(settled, DATABASE_PATIENCE_MS))) {
      const answers = await endsWithin(this.dataSource.query('SELECT 1'), DATABASE_PATIENCE_MS);
      if (answers) continue;
      this.log.warn({ event: 'rounds.not-settled', reason: 'the database does not answer' });
      break;
    }
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

  private async handOver(
    lane: Lane,
    message: ClaimedMessage,
    notAfter: number,
    probing: boolean,
  ): Promise<Heard> {
    const begunAt = performance.now();
    const { mail, outcome } = await this.composeAndSend(lane, message, notAfter);
    if (outcome.outcome === 'accepted') this.seen.taken(message.surveyId);
    let trouble: Trouble | null = null;
    try {
      trouble = await this.judge(lane, message, outcome, { sender: mail?.from ?? null, begunAt, probing });
    } catch (error) {
      this.log.warn({ event: 'breaker.not-opened', reason: (error as Error).message });
    }
    this.adjustPace(message, outcome);
    return { outcome, trouble };
  }

  private async composeAndSend(
    lane: Lane,
    message: ClaimedMessage,
    notAfter: number,
  ): Promise<{ mail: OutgoingMail | null; outcome: HandOver }> {
    let mail: OutgoingMail | null = null;
    try {
      mail = await lane.compose(message);
      return { mail, outcome: await this.connections.handOver({ ...mail, notAfter }) };
    } catch (error) {
      return { mail, outcome: this.notComposed(message, error) };
    }
  }

  /** Nothing has left this process. Only what lies in the person's own address is the person's. */
  private notComposed(message: ClaimedMessage, error: unknown): HandOver {
    if (error instanceof WrongRecipient)
      return { outcome: 'not_handed_over', fault: 'address', reason: error.message };
    this.log.error({ event: 'message.not-composed', message: message.id, error: (error as Error).name });
    return error instanceof CannotCompose
      ? { outcome: 'not_handed_over', fault: 'letter', reason: packed(error.said) }
      : { outcome: 'not_handed_over', fault: 'late', reason: 'the letter could not be made' };
  }

  /** What is at fault beyond this message; of a lane of several surveys only the one concerned has to wait. */
  private async judge(
    lane: Lane,
    { surveyId }: ClaimedMessage,
    outcome: HandOver,
    { sender, begunAt, probing }: { sender: string | null; begunAt: number; probing: boolean },
  ): Promise<Trouble | null> {
    const found = troubleIn(outcome);
    if (!found) return null;
    const trouble: Trouble = { ...found, survey: surveyId, sender };
    if (trouble.what === 'letter') {
      if (lane.holdLetter) return (await lane.holdLetter(trouble)) ? trouble : null;
    } else {
      if (!this.seen.isBelieved(trouble, outcome.outcome) && !probing) return null;
      if (trouble.isReply && this.seen.tookOfOthersSince(begunAt, surveyId)) trouble.what = 'sender';
    }
    if (lane.survey === null && trouble.what !== 'server') await this.breaker.open(trouble, false);
    return trouble;
  }

  /** Whoever asks for less gets less; where that is about one survey's sender, its breaker waits and others go on. */
  private adjustPace({ provider }: ClaimedMessage, outcome: HandOver): void {
    for (const name of [provider, EVERYTHING]) this.rates.note(name);
    if (!('judgement' in outcome) || outcome.judgement.slows === null) return;
    const name = outcome.judgement.slows === 'provider' ? provider : EVERYTHING;
    if (name === EVERYTHING && outcome.judgement.blame === 'sender') return;
    this.pace.slowDown(name, this.rates.of(name), outcome.reply).catch((error: unknown) => {
      this.log.warn({ event: 'pace.not-slowed', reason: (error as Error).message });
    });
  }
}
