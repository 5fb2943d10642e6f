import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { endsWithin } from '../../common/within-time.js';
import { extendLeases } from './settle.queries.js';

/** A round whose lease was not extended for this long belongs to no worker any more. */
export const LEASE_SECONDS = 30;

const HEARTBEAT_SECONDS = 10;
/** How long the database may take to answer during shutdown. */
const DATABASE_TIMEOUT_MS = 5000;

/** Keeps the rounds of this process its own for as long as they are under way. */
@Injectable()
export class Leases implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(Leases.name);
  private readonly work = new Set<Promise<unknown>>();
  private heartbeat: NodeJS.Timeout | null = null;
  /** Tokens of rounds under way. */
  readonly tokens = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.heartbeat = setInterval(() => void this.extend(), HEARTBEAT_SECONDS * 1000).unref();
  }

  /** Lets a shutdown wait for work that has rounds under way. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.work.add(work);
    try {
      return await work;
    } finally {
      this.work.delete(work);
    }
  }

  /** Lets what is under way be handed over and settled, as long as there is a database to settle it in. */
  async beforeApplicationShutdown(): Promise<void> {
    const settled = Promise.allSettled([...this.work]);
    while (!(await endsWithin(settled, DATABASE_TIMEOUT_MS))) {
      const answers = await endsWithin(this.dataSource.query('SELECT 1'), DATABASE_TIMEOUT_MS);
      if (answers) continue;
      this.log.warn({ event: 'rounds.not-settled', reason: 'the database does not answer' });
      break;
    }
    if (this.heartbeat) clearInterval(this.heartbeat);
  }

  private async extend(): Promise<void> {
    if (this.tokens.size === 0) return;
    const leaseUntil = new Date(this.clock.now().getTime() + LEASE_SECONDS * 1000);
    try {
      await extendLeases(this.dataSource, [...this.tokens], leaseUntil);
    } catch (error) {
      this.log.warn({ event: 'lease.not-extended', reason: (error as Error).message });
    }
  }
}
