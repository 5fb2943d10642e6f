import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type EmailAddress, parseEmailAddress } from '../common/email-address.js';
import type { HandOver, NotHandedOver, OutgoingMail } from './hand-over.js';
import { type ConnectionSettings, openSmtp } from './open-smtp.js';
import { afterFailure, afterReply, type SendError } from './send-outcome.js';
import { Content, isPast } from './smtp-content.js';

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

  /** @throws ConnectionFailed */
  static async open(settings: ConnectionSettings): Promise<WarmConnection> {
    const { smtp, ehlo } = await openSmtp(settings);
    return new WarmConnection(smtp, /[ -]SMTPUTF8\b/i.test(ehlo));
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

    if (isPast(mail.notAfter)) return late();

    const socket = this.smtp._socket;
    if (!socket)
      return { outcome: 'not_handed_over', reason: 'the connection was closed', fault: 'connection' };

    this.handedOver += 1;
    const content = new Content(mail.raw, socket, mail.notAfter);
    const envelope = { from: from.address, to: to.address, size: mail.raw.length };
    return new Promise((resolve) => {
      const failed = (error: SendError): HandOver =>
        content.late ? late() : afterFailure(error, content.endSent);
      this.orphan = () => {
        resolve(failed({ message: 'the connection was closed' }));
      };
      this.smtp.send(envelope, content, (error, info) => {
        this.orphan = null;
        resolve(error ? failed(error) : afterReply(info.response));
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

function late(): NotHandedOver {
  return { outcome: 'not_handed_over', reason: 'it took too long to get this far', fault: 'late' };
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
