import type { Socket } from 'node:net';
import { dotStuffed } from './dot-stuffing.js';
import type { HandOver, NotHandedOver, OutgoingMail } from './hand-over.js';
import { contentOutcome, isPast, late, refusalOf } from './hand-over-outcomes.js';
import type { SmtpExtensions } from './smtp-extensions.js';
import type { AnsweredCommand } from './smtp-replies.js';

/** Sender and recipient of a transaction, as addresses that are safe in a command line. */
export interface Envelope {
  from: string;
  to: string;
}

const END = Buffer.from('\r\n.\r\n');
/** Up to this many bytes go out together with the end marker; of more, the end waits for the rest. */
const IN_ONE_PIECE = 65_536;
/** More than this in one reply is no reply. */
const LONGEST_REPLY = 65_536;
const MAX_LINES = 1000;

/**
 * The transactions on one open connection, one after another: MAIL, RCPT and DATA in one piece where the
 * server allows it (RFC 2920), then the message. It takes the socket over from the code that connected,
 * encrypted and logged in.
 */
export class SmtpSession {
  private readonly replies: string[] = [];
  private received = '';
  private lines: string[] = [];
  private waiting: { resolve: (reply: string) => void; reject: (error: Error) => void } | null = null;
  private failure: Error | null = null;
  /** The server is expected to answer, or to read on. */
  private busy = false;
  /** The end of the message under way may have reached the server. */
  private endSent = false;

  constructor(
    private readonly socket: Socket,
    readonly extensions: SmtpExtensions,
    timeout: number,
    /** How the connection is protected, for people to read. */
    readonly security: string,
  ) {
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    socket.setTimeout(timeout);
    socket.on('data', (text: string) => {
      this.read(text);
    });
    socket.on('error', (error) => {
      this.failure ??= error;
    });
    socket.on('timeout', () => {
      if (this.busy) socket.destroy(new Error('the server did not answer in time'));
    });
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      this.failure ??= new Error('the connection was closed');
      this.waiting?.reject(this.failure);
      this.waiting = null;
    });
  }

  get alive(): boolean {
    return !this.socket.destroyed;
  }

  /** Calls back once, when the connection is closed for whatever reason. */
  whenGone(callback: () => void): void {
    if (this.socket.destroyed) setImmediate(callback);
    else this.socket.once('close', callback);
  }

  /**
   * Hands one mail over; never rejects. Afterwards the session is clean, or needs a reset if the mail was
   * not accepted, or is not alive any more.
   *
   * @param mail its envelope addresses have been checked and stand in `envelope`
   */
  async send(envelope: Envelope, mail: Omit<OutgoingMail, keyof Envelope>): Promise<HandOver> {
    const { size } = this.extensions;
    const { raw, notAfter } = mail;
    if (size !== undefined && raw.length > size) {
      return {
        outcome: 'refused',
        reply: `5.3.4 the server takes ${size} bytes at most (RFC 1870)`,
        judgement: { blame: 'letter', slows: null },
      };
    }
    this.begin();
    try {
      const refusal = await this.announce(envelope, raw.length);
      if (refusal) return refusal;
      if (isPast(notAfter)) return this.cutOff();
      const wire = mail.isInOrder === true ? raw.subarray(0, -2) : dotStuffed(raw);
      if (!(await this.write(wire, notAfter))) return this.cutOff();
      const answer = await this.reply();
      if (answer.startsWith('421')) this.drop();
      return contentOutcome(answer);
    } catch (error) {
      this.drop();
      const reason = (error as Error).message;
      return this.endSent
        ? { outcome: 'uncertain', reason }
        : { outcome: 'not_handed_over', reason, fault: 'connection' };
    } finally {
      this.busy = false;
    }
  }

  /**
   * Sends MAIL FROM with this sender, then RSET; no mail is sent.
   *
   * @param from has been checked and can be in a command line as it is
   * @returns what the server says against it, or null
   * @throws Error where the connection breaks
   */
  async trySender(from: string): Promise<string | null> {
    this.begin();
    try {
      // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
      this.socket.write(`MAIL FROM:<${from}>${/^[\u0000-\u007f]*$/.test(from) ? '' : ' SMTPUTF8'}\r\n`);
      const answer = await this.reply();
      return answer.startsWith('25') ? null : answer;
    } finally {
      this.busy = false;
    }
  }

  /** Ends a failed transaction (RFC 5321 section 4.1.1.5) so that the next mail finds a clean session. */
  async reset(): Promise<void> {
    if (!this.alive) return;
    this.busy = true;
    try {
      this.socket.write('RSET\r\n');
      if (!(await this.reply()).startsWith('250')) this.drop();
    } catch {
      this.drop();
    } finally {
      this.busy = false;
    }
  }

  /** Closes the connection without QUIT. */
  drop(): void {
    this.socket.destroy();
  }

  /** Says QUIT and waits for the server to say good-bye, at most a second. */
  async quit(): Promise<void> {
    if (!this.alive) return;
    const timeout = setTimeout(() => {
      this.drop();
    }, 1000);
    await new Promise<void>((resolve) => {
      this.whenGone(resolve);
      this.socket.write('QUIT\r\n');
    });
    clearTimeout(timeout);
  }

  private begin(): void {
    this.busy = true;
    this.endSent = false;
    // An unexpected reply: the server closed the session while it was idle.
    if (this.replies.length > 0)
      this.failure ??= new Error(`the server ended the session: ${this.replies.splice(0).join(' ')}`);
  }

  /** Everything before the message. @returns what the server had against it, or null to go on */
  private async announce(envelope: Envelope, size: number): Promise<HandOver | null> {
    const parameters = [
      ...(this.extensions.size === undefined ? [] : [`SIZE=${size}`]),
      // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
      ...(/^[\u0000-\u007f]*$/.test(envelope.from + envelope.to) ? [] : ['SMTPUTF8']),
    ];
    const steps: [AnsweredCommand, string][] = [
      ['MAIL', [`MAIL FROM:<${envelope.from}>`, ...parameters].join(' ')],
      ['RCPT', `RCPT TO:<${envelope.to}>`],
      ['DATA', 'DATA'],
    ];
    if (this.extensions.pipelining) this.socket.write(steps.map(([, line]) => `${line}\r\n`).join(''));

    let refusal: HandOver | null = null;
    for (const [command, line] of steps) {
      if (!this.extensions.pipelining) this.socket.write(`${line}\r\n`);
      const answer = await this.reply();
      const goesOn = answer.startsWith(command === 'DATA' ? '354' : '25');
      // All recipients were refused but DATA was accepted: drop the connection instead of sending.
      if (refusal && goesOn && command === 'DATA') this.drop();
      if (goesOn) continue;
      refusal ??= refusalOf(answer, command);
      if (answer.startsWith('421')) {
        this.drop();
        return refusal;
      }
      if (!this.extensions.pipelining) return refusal;
    }
    return refusal;
  }

  /**
   * Writes the message and its end. A long one has left this process before its end is written, so that
   * one that takes too long is cut off before it (RFC 5321 section 4.1.1.4: what has no end must not be
   * delivered).
   *
   * @returns false if its time ran out before the end
   */
  private async write(wire: Buffer, notAfter: number | undefined): Promise<boolean> {
    if (wire.length > IN_ONE_PIECE || this.socket.writableLength > 0) {
      await new Promise<void>((resolve, reject) => {
        this.socket.write(wire, (error) => {
          // A write that the end of the connection cut short is not told as an error.
          if (error ?? this.socket.destroyed)
            reject(error ?? this.failure ?? new Error('the connection was closed'));
          else resolve();
        });
      });
      if (isPast(notAfter)) return false;
      this.endSent = true;
      this.socket.write(END);
      return true;
    }
    this.endSent = true;
    this.socket.cork();
    this.socket.write(wire);
    this.socket.write(END);
    this.socket.uncork();
    return true;
  }

  private cutOff(): NotHandedOver {
    this.drop();
    return late();
  }

  private reply(): Promise<string> {
    const ready = this.replies.shift();
    if (ready !== undefined) return Promise.resolve(ready);
    if (this.failure) return Promise.reject(this.failure);
    if (this.socket.destroyed) return Promise.reject(new Error('the connection was closed'));
    return new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
  }

  private read(text: string): void {
    this.received += text;
    if (this.received.length > LONGEST_REPLY) {
      this.socket.destroy(new Error('the server answered at too great a length'));
      return;
    }
    for (let end = this.received.indexOf('\n'); end !== -1; end = this.received.indexOf('\n')) {
      const line = this.received.slice(0, this.received[end - 1] === '\r' ? end - 1 : end);
      this.received = this.received.slice(end + 1);
      this.lines.push(line);
      if (line[3] !== '-') this.answered(this.lines.splice(0).join('\n'));
      else if (this.lines.length > MAX_LINES)
        this.socket.destroy(new Error('the server answered at too great a length'));
    }
  }

  private answered(reply: string): void {
    if (this.waiting) {
      const { resolve } = this.waiting;
      this.waiting = null;
      resolve(reply);
    } else this.replies.push(reply);
  }
}
