import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SmtpSession } from './smtp-session.mjs';

/**
 * One mail the server took. `answered`: its 250 was sent; otherwise the sender cannot know.
 *
 * @typedef {{ to: string, messageId: string, dataAt: number, answered: boolean }} Taken
 */

/** A mail server that remembers whom it took a mail for at the moment of its 250, and can misbehave. */
export class CountingServer {
  /** @type {Taken[]} */
  taken = [];
  /** Recipients it has refused for good. @type {Set<string>} */
  unknown = new Set();
  /** Mails whose sender was left without an answer by this server. */
  openOutcomes = 0;
  /** Told of every recipient before the answer. @type {(to: string, hangs: boolean) => void} */
  onRecipient = () => undefined;
  /** @type {Set<SmtpSession>} */
  sessions = new Set();
  port = 0;

  /**
   * @param {import('./random.mjs').Random} random
   * @param {import('./smtp-faults.mjs').Faults} faults
   * @param {{ recipientMs: [number, number], replyMs: [number, number] }} pace how long the answers to a
   *   recipient and to a whole mail take, at least and at most
   */
  constructor(random, faults, pace) {
    this.random = random;
    this.faults = faults;
    this.pace = pace;
    this.server = createServer((socket) => {
      const session = new SmtpSession(socket, this);
      this.sessions.add(session);
      socket.on('close', () => this.sessions.delete(session));
    });
  }

  recipientMs() {
    return this.random.int(...this.pace.recipientMs);
  }

  replyMs() {
    return this.random.int(...this.pace.replyMs);
  }

  take(/** @type {Taken} */ { to, messageId, dataAt, answered }) {
    this.taken.push({ to, messageId, dataAt, answered });
  }

  get url() {
    return `smtp://127.0.0.1:${this.port}?tls=off`;
  }

  async open() {
    await new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', () => resolve(undefined));
    });
    this.port = this.server.address().port;
  }

  /** Goes away: every connection breaks and no new one is let in. */
  async close() {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const session of this.sessions) session.cut();
    await closed;
  }

  async beAwayFor(/** @type {number} */ ms) {
    await this.close();
    await sleep(ms);
    await this.open();
  }
}
