import type { HandOver, OutgoingMail } from './hand-over.js';
import { isServerFault, MailServer, type RestTimes } from './mail-server.js';
import type { SmtpConnectionsOptions } from './smtp-connections.js';
import type { SmtpServer } from './smtp-server-url.js';

export interface MailServersOptions extends Omit<SmtpConnectionsOptions, 'server'> {
  /** At least one. */
  servers: readonly SmtpServer[];
  /** How many connections may be open at once to all of them together; each has at least one. */
  connections: number;
  /** Milliseconds; both have usual values. */
  rests?: Partial<RestTimes>;
}

/**
 * The mail servers that SMTP_URL names. Each mail goes to the one with the least to do for its weight. One
 * that cannot be reached or rejects our login rests for a while, and the mail is given to another: only ever
 * a mail whose end provably never left (P1). With a single server nothing rests and nothing is tried again;
 * pauses are the caller's.
 */
export class MailServers {
  private readonly servers: readonly MailServer[];
  /** The turn of the server that joined last: a server that was away has not saved up turns. */
  private turn = 0;
  private closing = false;

  constructor({ servers, connections, rests, ...settings }: MailServersOptions) {
    const times = servers.length > 1 ? { first: 5_000, longest: 60_000, ...rests } : null;
    const shares = sharedOut(connections, servers);
    this.servers = servers.map(
      (server, index) => new MailServer({ ...settings, server, connections: shares[index] ?? 1 }, times),
    );
  }

  /** Hands one mail over on the next free connection of one server. Never rejects. */
  async handOver(mail: OutgoingMail): Promise<HandOver> {
    if (this.closing) return { outcome: 'not_handed_over', reason: 'shutting down', fault: 'connection' };
    const tried = new Set<MailServer>();
    let server = this.leastLoaded(tried) ?? this.firstToWake();
    for (;;) {
      tried.add(server);
      this.turn = this.turnOf(server);
      server.turn = this.turn + 1 / server.weight;
      const outcome = await server.handOver(mail);
      const another = this.anotherAfter(outcome, tried);
      if (!another) return outcome;
      server = another;
    }
  }

  /**
   * Connects to each server and logs in once, one after the other.
   *
   * @returns for each its name, and how the connection was protected
   * @throws ConnectionFailed saying what is wrong with which server
   */
  async verify(): Promise<string[]> {
    const said: string[] = [];
    for (const server of this.servers) said.push(await server.verify());
    return said;
  }

  /**
   * Asks each server about a sender; nothing is sent to anybody.
   *
   * @returns what the first one says that would reject mails of this sender, or null
   * @throws Error where a server cannot be asked
   */
  async trySender(address: string): Promise<string | null> {
    for (const server of this.servers) {
      const problem = await server.trySender(address);
      if (problem !== null) return `${server.name} says: ${problem}`;
    }
    return null;
  }

  /** Accepts no further mails, waits for those under way, and closes. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.servers.map((server) => server.close()));
  }

  private anotherAfter(outcome: HandOver, tried: ReadonlySet<MailServer>): MailServer | undefined {
    return this.closing || !isServerFault(outcome) ? undefined : this.leastLoaded(tried);
  }

  /** Among available servers the least loaded one; equal ones take turns. */
  private leastLoaded(except: ReadonlySet<MailServer>): MailServer | undefined {
    return this.servers
      .filter((server) => !except.has(server) && !server.isResting)
      .toSorted((a, b) => a.load - b.load || this.turnOf(a) - this.turnOf(b))[0];
  }

  private firstToWake(): MailServer {
    return this.servers.reduce((first, other) => (other.restsUntil < first.restsUntil ? other : first));
  }

  private turnOf(server: MailServer): number {
    return Math.max(server.turn, this.turn);
  }
}

/** Connections for each server: the next always goes to the one with the fewest for its weight, as mails do. */
function sharedOut(connections: number, servers: readonly SmtpServer[]): number[] {
  const shares = servers.map(({ weight }) => ({ weight, count: 1 }));
  for (let left = connections - servers.length; left > 0; left--) {
    const [next] = shares.toSorted((a, b) => a.count / a.weight - b.count / b.weight);
    if (next) next.count += 1;
  }
  return shares.map(({ count }) => count);
}
