import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable, type Writable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import { type EmailAddress, parseEmailAddress } from '../common/email-address.js';
import { dotStuffed } from './dot-stuffing.js';
import type { HandOver, NotHandedOver, OutgoingMail } from './hand-over.js';
import { type AnsweredCommand, outcomeOf, parseReply } from './smtp-replies.js';
import { isLoopback, type SmtpServer } from './smtp-server-url.js';

/** Milliseconds. */
export interface SmtpTimeouts {
  /** From the name look-up to the established connection. */
  connect: number;
  /** Until the server greets, and for a TLS handshake. */
  greeting: number;
  /** Without a byte in either direction while something is being waited for. */
  socket: number;
}

export interface ConnectionSettings {
  server: SmtpServer;
  timeouts: SmtpTimeouts;
  /** Our name in EHLO; undefined: the machine's. */
  name?: string | undefined;
  /** Certificate authorities to trust instead of the usual ones, PEM. */
  ca?: string | undefined;
}

/** A connection could not be opened or logged in. */
export class ConnectionFailed extends Error {
  constructor(
    readonly fault: 'connection' | 'authentication',
    message: string,
  ) {
    super(message);
  }
}

/** What a failed send tells: nodemailer's error fields, of which only these are read. */
interface SendError {
  message: string;
  code?: unknown;
  command?: unknown;
  response?: unknown;
}

/**
 * One open, logged-in connection to the mail server that takes one mail after another, without
 * anything to set up per mail. It is either `ready`, busy with a mail, or broken for good.
 */
export class WarmConnection {
  /** Mails taken so far, whatever became of them. */
  handedOver = 0;

  /** What waits for an answer now and has to know if the connection goes. */
  private orphan: (() => void) | null = null;
  private idle: NodeJS.Timeout | null = null;

  private constructor(
    private readonly smtp: SMTPConnection,
    private readonly knowsUtf8: boolean,
  ) {
    smtp.once('end', () => {
      if (this.idle) clearTimeout(this.idle);
      // A failure is reported to whoever waits right after the end; what is left then was forgotten.
      setImmediate(() => this.orphan?.());
    });
  }

  /** @throws ConnectionFailed when the server cannot be reached, refuses us or our log-in, or TLS is missing or wrong */
  static async open(settings: ConnectionSettings): Promise<WarmConnection> {
    const smtp = new SMTPConnection(nodemailerOptions(settings));
    try {
      await connect(smtp);
      // Before any further command, the server's last response is its EHLO response.
      const extensions = smtp.lastServerResponse || '';
      await logIn(smtp, settings.server);
      return new WarmConnection(smtp, /[ -]SMTPUTF8\b/i.test(extensions));
    } catch (error) {
      smtp.close();
      throw asConnectionFailed(error, settings.server);
    }
  }

  /** Whether the connection still stands. */
  get alive(): boolean {
    return !this.smtp.destroyed;
  }

  /** Calls back once, when the connection is gone for whatever reason. */
  whenGone(callback: () => void): void {
    this.smtp.once('end', callback);
  }

  /** Calls back when that many milliseconds have gone by since the last such call. */
  onceIdle(milliseconds: number, callback: () => void): void {
    if (this.idle) this.idle.refresh();
    else this.idle = setTimeout(callback, milliseconds).unref();
  }

  /** Hands one mail over; never rejects. The connection must not be busy. */
  async send(mail: OutgoingMail): Promise<HandOver> {
    const from = oneAddress(mail.from);
    const to = oneAddress(mail.to);
    if (!to) return wrongAddress('5.1.3 this is not one mail address');
    if (!isAscii(to.address) && !this.knowsUtf8) {
      return wrongAddress(
        '5.6.7 the mail server cannot take addresses with characters outside ASCII (RFC 6531)',
      );
    }
    if (!from || (!isAscii(from.address) && !this.knowsUtf8)) {
      return { outcome: 'refused', reply: '5.1.7 the sender address cannot be used', senderFault: true };
    }

    const socket = this.smtp._socket;
    if (!socket)
      return { outcome: 'not_handed_over', reason: 'the connection was closed', fault: 'connection' };

    this.handedOver += 1;
    const content = new Content(mail.raw, socket);
    const envelope = { from: from.address, to: to.address, size: mail.raw.length };
    return new Promise((resolve) => {
      this.orphan = () => {
        resolve(afterFailure({ message: 'the connection was closed' }, content.endSent));
      };
      this.smtp.send(envelope, content, (error, info) => {
        this.orphan = null;
        resolve(error ? afterFailure(error, content.endSent) : afterReply(info.response));
      });
    });
  }

  /** Ends a failed transaction (RFC 5321 section 4.1.1.5) so that the next mail finds a clean session. */
  async reset(): Promise<void> {
    if (!this.alive) return;
    await new Promise<void>((resolve) => {
      this.orphan = resolve;
      this.smtp.reset((error) => {
        this.orphan = null;
        if (error) this.smtp.close();
        resolve();
      });
    });
  }

  /** Closes without a word. */
  drop(): void {
    this.smtp.close();
  }

  /** Says QUIT and waits for the server to say good-bye, at most a second. */
  async quit(): Promise<void> {
    if (!this.alive) return;
    const patience = setTimeout(() => {
      this.smtp.close();
    }, 1000);
    await new Promise<void>((resolve) => {
      this.whenGone(resolve);
      this.smtp.quit();
    });
    clearTimeout(patience);
  }
}

/**
 * The message on its way into DATA. It is written straight to the socket, in one piece; the stream it
 * is meant for only adds the end marker, which is asked for once the content has left this process.
 * So `endSent` says exactly whether the server may have seen the last dot.
 */
class Content extends Readable {
  endSent = false;

  constructor(
    private readonly raw: Buffer,
    private readonly socket: Writable,
  ) {
    super();
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T): T {
    this.socket.write(dotStuffed(this.raw), (error) => {
      if (error) return;
      this.endSent = true;
      destination.end();
    });
    return destination;
  }
}

function afterReply(response: string): HandOver {
  const reply = parseReply(response);
  const outcome = reply && outcomeOf(reply, 'CONTENT');
  return (
    outcome ?? { outcome: 'uncertain', reason: `the server gave no clear answer: ${response.slice(0, 200)}` }
  );
}

function afterFailure(error: SendError, endSent: boolean): HandOver {
  const reply = typeof error.response === 'string' ? parseReply(error.response) : null;
  const command = answeredCommand(error, endSent);
  const outcome = reply && command && outcomeOf(reply, command);
  if (outcome) return outcome;

  if (endSent) return { outcome: 'uncertain', reason: error.message };
  if (error.code === 'EMESSAGE') {
    // The size announced at EHLO is smaller than this message (RFC 1870); nothing was sent.
    return { outcome: 'refused', reply: `5.3.4 ${error.message}`, senderFault: true };
  }
  return { outcome: 'not_handed_over', reason: error.message, fault: 'connection' };
}

/**
 * Which command a failure's reply answers, or null where the text is no complete reply to one: the
 * rest of a line on a connection that broke settles nothing.
 */
function answeredCommand(error: SendError, endSent: boolean): AnsweredCommand | null {
  if (endSent) return error.code === 'EMESSAGE' ? 'CONTENT' : null;
  switch (error.command) {
    case 'MAIL FROM':
      return 'MAIL';
    case 'RCPT TO':
      return 'RCPT';
    case 'DATA':
      return 'DATA';
    // With pipelining a 421 ends the envelope under way, whichever of its commands it answers.
    case 'CONN':
      return typeof error.response === 'string' && error.response.startsWith('421') ? 'RCPT' : null;
    default:
      return null;
  }
}

function wrongAddress(reason: string): NotHandedOver {
  return { outcome: 'not_handed_over', reason, fault: 'address' };
}

/** What becomes a command line is checked here once more, wherever it came from (RFC 5321 section 4.1.1). */
function oneAddress(text: string): EmailAddress | null {
  // eslint-disable-next-line no-control-regex -- line breaks and NUL are what must not pass
  return /[\u0000-\u0020\u007f,<>]/.test(text) ? null : parseEmailAddress(text);
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
  return /^[\u0000-\u007f]*$/.test(text);
}

function connect(smtp: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // Stays attached: an error on an idle connection only ends it, and `end` tells the pool.
    smtp.on('error', reject);
    smtp.connect((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function logIn(smtp: SMTPConnection, server: SmtpServer): Promise<void> {
  if (!server.credentials) return;
  if (!smtp.secure && server.tls === 'offered' && !isLoopback(server.host)) {
    throw new ConnectionFailed(
      'authentication',
      `${server.host} offers no TLS, and the password is not sent in clear text; ?tls=off in SMTP_URL allows it`,
    );
  }
  const { user, pass } = server.credentials;
  await new Promise<void>((resolve, reject) => {
    const onEnd = (): void => {
      reject(new Error('the connection was closed during log-in'));
    };
    smtp.once('error', reject);
    smtp.once('end', onEnd);
    smtp.login({ credentials: { user, pass } }, (error) => {
      smtp.off('error', reject);
      smtp.off('end', onEnd);
      if (error) reject(error);
      else resolve();
    });
  });
}

function asConnectionFailed(error: unknown, server: SmtpServer): ConnectionFailed {
  if (error instanceof ConnectionFailed) return error;
  const { message, code } = error as SendError;
  return new ConnectionFailed(
    code === 'EAUTH' ? 'authentication' : 'connection',
    `${server.host}:${server.port}: ${message}`,
  );
}

function nodemailerOptions({ server, timeouts, name, ca }: ConnectionSettings): SMTPConnection.Options {
  const tls: ConnectionOptions = ca === undefined ? {} : { ca };
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'off',
    allowInternalNetworkInterfaces: true,
    name,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    socketCloseTimeout: 1000,
    tls,
  };
}
