import { Logger } from '@nestjs/common';
import type { AddressInfo } from 'node:net';
import { decodeWords } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { DataSource } from 'typeorm';
import type { Clock } from '../common/clock.js';
import { parseEmailAddress } from '../common/email-address.js';
import type { MailTrap } from '../smtp/mail-trap.js';
import { type NewMail, storeCaughtMails } from './caught-mails.queries.js';

const LARGEST_MAIL = 25 * 1024 * 1024;
const LARGEST_BATCH = 100;

interface Arrival {
  mail: NewMail;
  stored: (error?: Error) => void;
}

/**
 * The mail server of a trial: a real SMTP server on this machine that sends nothing on and keeps
 * every mail for the pages under /inbox. A mail is stored before the server says 250, so that
 * trial and production send over the same path with the same promises.
 */
export class TrialInbox implements MailTrap {
  private readonly log = new Logger(TrialInbox.name);
  private readonly server: SMTPServer;
  private arrivals: Arrival[] = [];
  private storing = false;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.server = new SMTPServer({
      name: 'inbox.localhost',
      banner: 'Ruecklauf trial inbox',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: false,
      size: LARGEST_MAIL,
      closeTimeout: 2000,
      onData: (stream, session, callback) => {
        this.receive(stream, session, callback);
      },
    });
    // A client that hangs up in the middle is its own affair.
    this.server.on('error', (error) => {
      this.log.debug({ event: 'inbox.connection-error', reason: error.message });
    });
  }

  /** Listens on a free port of the loopback interface. */
  static async start(dataSource: DataSource, clock: Clock): Promise<TrialInbox> {
    const inbox = new TrialInbox(dataSource, clock);
    await new Promise<void>((resolve, reject) => {
      inbox.server.server.once('error', reject);
      inbox.server.listen(0, '127.0.0.1', resolve);
    });
    return inbox;
  }

  /** What SMTP_URL would say. */
  get url(): string {
    const address = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${address.port}?tls=off`;
  }

  /** Takes no further connections and waits for the open ones, at most two seconds. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private receive(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    callback: (error?: Error | null, message?: string) => void,
  ): void {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      if (!stream.sizeExceeded) chunks.push(chunk);
    });
    stream.on('error', callback);
    stream.on('end', () => {
      if (stream.sizeExceeded) {
        callback(replyError(552, 'The mail is larger than 25 MB'));
        return;
      }
      const mail = newMail(Buffer.concat(chunks), session, this.clock.now());
      this.arrivals.push({
        mail,
        stored: (error) => {
          if (error) callback(replyError(451, 'The mail could not be stored, please try again'));
          else callback(null, 'Caught; it stays here');
        },
      });
      void this.store();
    });
  }

  /** One statement at a time; what arrives meanwhile goes into the next. */
  private async store(): Promise<void> {
    if (this.storing) return;
    this.storing = true;
    while (this.arrivals.length > 0) {
      const batch = this.arrivals.splice(0, LARGEST_BATCH);
      try {
        await storeCaughtMails(
          this.dataSource,
          batch.map(({ mail }) => mail),
        );
        for (const { stored } of batch) stored();
      } catch (error) {
        this.log.error({
          event: 'inbox.not-stored',
          mails: batch.length,
          reason: error instanceof Error ? error.name : '',
        });
        for (const { stored } of batch) stored(error as Error);
      }
    }
    this.storing = false;
  }
}

function newMail(raw: Buffer, session: SMTPServerSession, receivedAt: Date): NewMail {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    receivedAt,
    envelopeFrom: mailFrom ? asSent(mailFrom.address) : '',
    envelopeTo: rcptTo.map(({ address }) => asSent(address)).join(', '),
    subject: subjectOf(raw),
    raw,
  };
}

/** The server shows domains in Unicode; we keep them as they went over the wire (RFC 5891). */
function asSent(address: string): string {
  return parseEmailAddress(address)?.address ?? printable(address);
}

function subjectOf(raw: Buffer): string {
  const headEnd = raw.indexOf('\r\n\r\n');
  const head = raw.subarray(0, headEnd === -1 ? undefined : headEnd + 2).toString('utf8');
  const value = /(?:^|\r\n)subject:((?:[^\r\n]|\r\n[ \t])*)/i.exec(head)?.[1] ?? '';
  return printable(decodeWords(value.replace(/\r\n/g, '').trim()));
}

/** Without control characters; Postgres refuses a NUL in a text. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, 1000);
}

function replyError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
