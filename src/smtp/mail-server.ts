import { Logger } from '@nestjs/common';
import { withoutAddresses } from '../common/without-addresses.js';
import type { HandOver, NotHandedOver, OutgoingMail } from './hand-over.js';
import { SmtpConnections, type SmtpConnectionsOptions } from './smtp-connections.js';
import { hostAndPort } from './smtp-server-url.js';

/** How long a server is left alone that cannot be reached or rejects our login, in milliseconds. */
export interface RestTimes {
  first: number;
  /** Each further failure doubles the rest up to this. */
  longest: number;
}

/**
 * One of several mail servers: its connections, how much it has to do, and whether it rests because it cannot
 * be reached or rejects our login. After a rest one mail at a time finds out how it is.
 */
export class MailServer {
  /** `host:port`. */
  readonly name: string;
  readonly weight: number;
  /** Moment of `performance.now()`, milliseconds. */
  restsUntil = -Infinity;
  /** Kept by MailServers, grows by 1 / weight with each mail: of servers with as much to do, the lowest is next. */
  turn = 0;

  private readonly log = new Logger(MailServer.name);
  private readonly connections: SmtpConnections;
  private underWay = 0;
  /** In a row. */
  private failures = 0;
  private failedAt = -Infinity;

  constructor(
    options: SmtpConnectionsOptions,
    /** Null: it never rests. */
    private readonly rests: RestTimes | null,
  ) {
    this.name = hostAndPort(options.server);
    this.weight = options.server.weight;
    this.connections = new SmtpConnections(options);
  }

  /** Mails under way for each unit of its weight. */
  get load(): number {
    return this.underWay / this.weight;
  }

  get isResting(): boolean {
    return performance.now() < this.restsUntil || (this.failures > 0 && this.underWay > 0);
  }

  /** Hands one mail over; never rejects. The outcome names the server. */
  async handOver(mail: OutgoingMail): Promise<HandOver> {
    const givenAt = performance.now();
    this.underWay += 1;
    const outcome = await this.connections.handOver(mail);
    this.underWay -= 1;

    if (!isServerFault(outcome)) this.recover();
    // Failures of mails it was given before it was known to fail are no new information.
    else if (this.rests && givenAt >= this.failedAt) this.rest(this.rests, outcome.reason);
    return { ...outcome, server: this.name };
  }

  /**
   * @returns its name, and how the connection was protected
   * @throws ConnectionFailed saying what is wrong with which server
   */
  async verify(): Promise<string> {
    return `${this.name}: ${await this.connections.verify()}`;
  }

  /** See `SmtpConnections.trySender`. */
  trySender(address: string): Promise<string | null> {
    return this.connections.trySender(address);
  }

  close(): Promise<void> {
    return this.connections.close();
  }

  private rest(times: RestTimes, reason: string): void {
    const milliseconds = Math.min(times.first * 2 ** this.failures, times.longest);
    this.failures += 1;
    this.failedAt = performance.now();
    this.restsUntil = this.failedAt + milliseconds;
    this.log.warn({
      event: 'mail-server.rests',
      server: this.name,
      milliseconds,
      reason: withoutAddresses(reason),
    });
  }

  private recover(): void {
    if (this.failures === 0) return;
    this.failures = 0;
    this.restsUntil = -Infinity;
    this.log.log({ event: 'mail-server.back', server: this.name });
  }
}

/** Whether the mail provably never reached the server, by no fault of its own: another may have it. */
export function isServerFault(outcome: HandOver): outcome is NotHandedOver & { server?: string } {
  return (
    outcome.outcome === 'not_handed_over' &&
    (outcome.fault === 'connection' || outcome.fault === 'authentication')
  );
}
