import { type EmailAddress, parseEmailAddress } from '../common/email-address.js';
import type { HandOver, NotHandedOver, OutgoingMail } from './hand-over.js';
import { type ConnectionSettings, openSmtp } from './open-smtp.js';
import { isPast, late } from './hand-over-outcomes.js';
import type { SmtpSession } from './smtp-session.js';

/** Most servers want ASCII only before the @ of an address (RFC 6531). */
const UNUSABLE_SENDER = '5.1.7 the sender address cannot be used';

/**
 * One open, logged-in connection to the mail server that takes one mail after another, without
 * anything to set up per mail. It is either ready, busy with a mail, or broken for good.
 */
export class WarmConnection {
  /** Mails handed to it so far, whatever their outcome. */
  handedOver = 0;

  private idle: NodeJS.Timeout | null = null;

  private constructor(private readonly session: SmtpSession) {
    session.whenGone(() => {
      if (this.idle) clearTimeout(this.idle);
    });
  }

  /** @throws ConnectionFailed */
  static async open(settings: ConnectionSettings): Promise<WarmConnection> {
    return new WarmConnection(await openSmtp(settings));
  }

  /** Whether the connection is still open. */
  get alive(): boolean {
    return this.session.alive;
  }

  /** How it is protected, for people to read. */
  get security(): string {
    return this.session.security;
  }

  /** Calls back once, when the connection is closed for whatever reason. */
  whenGone(callback: () => void): void {
    this.session.whenGone(callback);
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
    if (!this.canTake(to)) {
      return wrongAddress(
        '5.6.7 the mail server cannot take addresses with characters outside ASCII (RFC 6531)',
      );
    }
    if (!from || !this.canTake(from)) {
      return {
        outcome: 'refused',
        reply: UNUSABLE_SENDER,
        judgement: { blame: 'sender', slows: null },
      };
    }
    if (isPast(mail.notAfter)) return late();

    this.handedOver += 1;
    return this.session.send({ from: from.address, to: to.address }, mail);
  }

  /** The server's reason to reject this sender, if it says so at MAIL FROM; else null. */
  async trySender(address: string): Promise<string | null> {
    const from = oneAddress(address);
    if (!from) return UNUSABLE_SENDER;
    return this.canTake(from) ? this.session.trySender(from.address) : UNUSABLE_SENDER;
  }

  /** Makes a session clean again after a mail that was not accepted. */
  async reset(): Promise<void> {
    await this.session.reset();
  }

  /** Closes the connection without QUIT. */
  drop(): void {
    this.session.drop();
  }

  async quit(): Promise<void> {
    await this.session.quit();
  }

  private canTake({ address }: EmailAddress): boolean {
    // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
    return this.session.extensions.utf8 || /^[\u0000-\u007f]*$/.test(address);
  }
}

function wrongAddress(reason: string): NotHandedOver {
  return { outcome: 'not_handed_over', reason, fault: 'address' };
}

/** Checked once more before it becomes part of a command line, wherever it came from (RFC 5321 section 4.1.1). */
function oneAddress(text: string): EmailAddress | null {
  // eslint-disable-next-line no-control-regex -- line breaks and NUL are what must not pass
  return /[\u0000-\u0020\u007f,<>]/.test(text) ? null : parseEmailAddress(text);
}
