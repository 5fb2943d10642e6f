import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { PreparedStatements } from '../../database/prepared-statements.js';
import { Pace } from '../../pace/pace.js';
import { Permits } from '../../pace/permits.js';
import type { ClaimedMessage } from '../claims/claimed-round.js';
import type { HandOverOptions, JudgedOutcome, Lane, LaneRuntime } from './lane.js';
import { Leases } from '../claims/leases.js';
import { MailHandOver } from './mail-hand-over.js';

/**
 * What all lanes of this process share. There is one permit for each connection: that bounds what one crash
 * can leave uncertain.
 */
@Injectable()
export class SendingRuntime implements LaneRuntime, OnModuleDestroy {
  readonly permits: Permits;
  readonly tokens: Set<string>;
  private stopping = false;

  constructor(
    readonly statements: PreparedStatements,
    readonly pace: Pace,
    readonly clock: Clock,
    leases: Leases,
    private readonly mails: MailHandOver,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.permits = new Permits(config.smtpConnections);
    this.tokens = leases.tokens;
  }

  /** How many messages one lane may have under way. */
  get connections(): number {
    return this.config.smtpConnections;
  }

  isStopping(): boolean {
    return this.stopping;
  }

  /** Stops claiming, before anything else is closed. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  handOver(lane: Lane, message: ClaimedMessage, options: HandOverOptions): Promise<JudgedOutcome> {
    return this.mails.handOver(lane, message, options);
  }
}
