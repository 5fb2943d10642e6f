import type { HandOver, OutgoingMail } from './hand-over.js';
import { ConnectionFailed, type ConnectionSettings, type SmtpTimeouts } from './open-smtp.js';
import type { SmtpServer } from './smtp-server-url.js';
import { WarmConnection } from './warm-connection.js';

export interface SmtpConnectionsOptions {
  server: SmtpServer;
  /** How many connections may be open at once. */
  connections: number;
  /** Our name in EHLO (RFC 5321 section 4.1.1.1); unset: the machine's. */
  name?: string | undefined;
  /** Certificate authorities to trust instead of the usual ones, PEM. */
  ca?: string | undefined;
  /** Milliseconds; all have usual values. */
  timeouts?: Partial<SmtpTimeouts & { idle: number }>;
}

interface Waiting {
  mail: OutgoingMail;
  settle: (outcome: HandOver) => void;
  /** Whether a stale connection was already counted as the cause. */
  again: boolean;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * The open connections to one mail server. They are opened when there is something to do, kept warm for about
 * half a minute, and replaced when they break. While the server cannot be reached, only one attempt at a time
 * is made, each after a longer pause; anyone who waits for it hears of its failure.
 */
export class SmtpConnections {
  private readonly settings: ConnectionSettings;
  private readonly limit: number;
  private readonly idleAfter: number;

  private readonly waiting: Waiting[] = [];
  /** Warm and free; the last one used is the next, so that surplus ones fall idle. */
  private readonly free: WarmConnection[] = [];
  private readonly open = new Set<WarmConnection>();
  private opening = 0;
  private busy = 0;
  /** Milliseconds between attempts to connect; 0 while they succeed. */
  private pause = 0;
  private pausing: NodeJS.Timeout | null = null;
  private closing = false;
  private whenQuiet: (() => void)[] = [];

  constructor(options: SmtpConnectionsOptions) {
    const { idle, ...timeouts } = {
      connect: 10_000,
      greeting: 10_000,
      socket: 60_000,
      idle: 30_000,
      ...options.timeouts,
    };
    this.settings = { server: options.server, timeouts, name: options.name, ca: options.ca };
    this.limit = options.connections;
    this.idleAfter = idle;
  }

  /** Hands one mail over on the next free connection. Never rejects. */
  handOver(mail: OutgoingMail): Promise<HandOver> {
    if (this.closing) {
      return Promise.resolve({ outcome: 'not_handed_over', reason: 'shutting down', fault: 'connection' });
    }
    return new Promise((settle) => {
      this.waiting.push({ mail, settle, again: false });
      this.serve();
    });
  }

  /**
   * Connects and logs in once, and says good-bye.
   *
   * @returns how the connection was protected, for people to read
   * @throws ConnectionFailed saying what is wrong
   */
  async verify(): Promise<string> {
    const connection = await WarmConnection.open(this.settings);
    await connection.quit();
    return connection.security;
  }

  /**
   * Asks the server about a sender, on a connection of its own; nothing is sent to anybody.
   *
   * @returns what it says against mails of this sender, or null
   * @throws Error where it cannot be asked
   */
  async trySender(address: string): Promise<string | null> {
    const connection = await WarmConnection.open(this.settings);
    const problem = await connection.trySender(address);
    await connection.quit();
    return problem;
  }

  /** Accepts no further mails, waits for those under way, and closes. */
  async close(): Promise<void> {
    this.closing = true;
    if (!this.isQuiet()) await new Promise<void>((resolve) => this.whenQuiet.push(resolve));
    if (this.pausing) clearTimeout(this.pausing);
    await Promise.all(this.free.splice(0).map((connection) => connection.quit()));
  }

  private isQuiet(): boolean {
    return this.waiting.length + this.opening + this.busy === 0;
  }

  /** Gives free connections to waiting mails, and opens as many more as there are mails without one. */
  private serve(): void {
    while (this.waiting.length > 0) {
      const connection = this.free.pop();
      if (!connection) break;
      const next = this.waiting.shift();
      if (next) void this.run(connection, next);
    }

    const probing = this.pause > 0;
    const wanted = Math.min(this.waiting.length, this.limit - this.open.size, probing ? 1 : this.limit);
    while (!this.pausing && this.opening < wanted) void this.openOne();

    if (this.isQuiet()) for (const resolve of this.whenQuiet.splice(0)) resolve();
  }

  private async run(connection: WarmConnection, next: Waiting): Promise<void> {
    this.busy += 1;
    const outcome = await connection.send(next.mail);
    const broke =
      outcome.outcome === 'uncertain' ||
      (outcome.outcome === 'not_handed_over' && outcome.fault !== 'address' && outcome.fault !== 'late');

    // A server may close a connection between two mails as it likes; that is no failure of the next mail.
    const wentStale =
      broke &&
      outcome.outcome === 'not_handed_over' &&
      outcome.fault !== 'late' &&
      connection.handedOver > 1 &&
      !next.again;
    if (wentStale) this.waiting.unshift({ ...next, again: true });
    else next.settle(outcome);

    if (broke) connection.drop();
    else if (outcome.outcome !== 'accepted') await connection.reset();
    if (connection.alive) this.rest(connection);
    this.busy -= 1;
    this.serve();
  }

  private rest(connection: WarmConnection): void {
    this.free.push(connection);
    connection.onceIdle(this.idleAfter, () => {
      const at = this.free.indexOf(connection);
      if (at === -1) return;
      this.free.splice(at, 1);
      void connection.quit();
    });
  }

  private async openOne(): Promise<void> {
    this.opening += 1;
    try {
      const connection = await WarmConnection.open(this.settings);
      this.pause = 0;
      this.open.add(connection);
      connection.whenGone(() => {
        this.forget(connection);
      });
      this.rest(connection);
    } catch (error) {
      this.pauseAfter(error);
    }
    this.opening -= 1;
    this.serve();
  }

  private forget(connection: WarmConnection): void {
    this.open.delete(connection);
    const at = this.free.indexOf(connection);
    if (at !== -1) this.free.splice(at, 1);
    this.serve();
  }

  /** While others still work, a connection too many is no reason to give up on any mail. */
  private pauseAfter(error: unknown): void {
    if (!this.pausing) {
      this.pause = Math.min(this.pause === 0 ? FIRST_PAUSE : this.pause * 2, LONGEST_PAUSE);
      this.pausing = setTimeout(() => {
        this.pausing = null;
        this.serve();
      }, this.pause);
    }

    if (this.open.size > 0 || this.opening > 1) return;
    const fault = error instanceof ConnectionFailed ? error.fault : 'connection';
    const reason = error instanceof Error ? error.message : String(error);
    for (const { settle } of this.waiting.splice(0)) settle({ outcome: 'not_handed_over', reason, fault });
  }
}
