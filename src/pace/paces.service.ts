import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { MailProviders } from './mail-providers.js';
import { EVERYTHING, Pace } from './pace.js';
import { allPaces, type PaceRow, setPace } from './paces.queries.js';

/** The pace of everything and of each mail provider, as staff see and set it. */
export interface Paces {
  /** `rate`: what staff allow, or MAIL_RATE; null: no limit. */
  all: Omit<PaceRow, 'name' | 'domains' | 'waiting'>;
  providers: (Omit<PaceRow, 'name'> & { provider: string })[];
}

/** A change takes effect on waves under way within a second. */
@Injectable()
export class PacesService {
  private countWaiting: () => Promise<ReadonlyMap<string, number>> = () => Promise.resolve(new Map());

  constructor(
    private readonly dataSource: DataSource,
    private readonly providers: MailProviders,
    private readonly pace: Pace,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The ledger knows how many mails wait for the pace of each provider; to be called once, as the process starts. */
  countsWaitingBy(count: () => Promise<ReadonlyMap<string, number>>): void {
    this.countWaiting = count;
  }

  /** Those first that hold most back. */
  async all(): Promise<Paces> {
    const rows = await allPaces(this.dataSource, this.clock.now());
    const waiting = await this.countWaiting();
    const row = rows.find(({ name }) => name === EVERYTHING);
    const rate = row?.rate ?? this.config.mailRate ?? null;
    const slowedTo = row?.slowedTo ?? null;
    return {
      all: {
        rate,
        allowed: rate === null || slowedTo === null ? (rate ?? slowedTo) : Math.min(rate, slowedTo),
        slowedTo,
        slowedAt: row?.slowedAt ?? null,
        slowedBecause: row?.slowedBecause ?? null,
      },
      providers: rows
        .filter(({ name }) => name !== EVERYTHING)
        .map(({ name, ...rest }) => ({ provider: name, ...rest, waiting: waiting.get(name) ?? 0 }))
        .toSorted((a, b) => b.waiting - a.waiting),
    };
  }

  /** @param rate mails per second over all workers; null goes back to MAIL_RATE, or to no limit */
  async setAll(rate: number | null): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await setPace(tx, EVERYTHING, rate, this.clock.now());
      await this.audit.record('pace.set', 'pace:all', { rate }, tx);
    });
    this.pace.lookAgain();
  }

  /**
   * @param domain of the provider, or one whose mail it takes
   * @param domains whose mail this provider takes, in addition to those its MX records tell; undefined leaves
   * them unchanged
   * @returns the provider's name
   * @throws InvalidInput if it is not a domain; nothing is changed then
   */
  async setProvider(domain: string, rate: number | null, domains?: readonly string[]): Promise<string> {
    const provider = await this.providers.nameOf(domain);
    if (domains) await this.providers.assign(provider, domains);
    await this.dataSource.transaction(async (tx) => {
      await setPace(tx, provider, rate, this.clock.now());
      await this.audit.record('pace.set', `pace:${provider}`, { rate, ...(domains && { domains }) }, tx);
    });
    this.pace.lookAgain();
    return provider;
  }
}
