import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A mail as the server got it: the envelope and the bytes. */
export interface ReceivedMail {
  from: string;
  to: string[];
  raw: Buffer;
  /** When its first byte of content came, by `performance.now()`. */
  at: number;
}

/** A real SMTP server that keeps what it accepts. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Answers a recipient with an SMTP error instead of taking the mail. */
  refuse: (to: string, from: string) => { code: number; text: string } | null = () => null;
  /** Answers a sender at MAIL with an SMTP error. */
  refuseSender: (from: string) => { code: number; text: string } | null = () => null;
  /** Takes the whole mail and closes the connection instead of answering. */
  hangUp: (to: string) => boolean = () => false;
  /** Every MAIL command so far, whatever was answered. */
  readonly senders: string[] = [];
  /** How many recipients were refused so far. */
  refused = 0;
  /** Milliseconds before each acceptance. */
  delayMs = 0;

  private constructor(private readonly server: SMTPServer) {}

  /** @param options of the server, such as what it does not offer */
  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const box: { mail?: MailServer } = {};
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      ...options,
      onMailFrom(address, _session, done) {
        box.mail?.senders.push(address.address);
        done(asError(box.mail?.refuseSender(address.address)));
      },
      onRcptTo(address, { envelope }, done) {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const refusal = box.mail?.refuse(address.address, from);
        if (refusal && box.mail) box.mail.refused += 1;
        done(asError(refusal));
      },
      onData(stream, session, done) {
        const at = performance.now();
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          setTimeout(() => {
            const { mailFrom, rcptTo } = session.envelope;
            if (rcptTo.some((rcpt) => box.mail?.hangUp(rcpt.address))) {
              hangUpOn(server, session);
              return;
            }
            box.mail?.received.push({
              from: mailFrom ? mailFrom.address : '',
              to: rcptTo.map((rcpt) => rcpt.address),
              raw: Buffer.concat(chunks),
              at,
            });
            done();
          }, box.mail?.delayMs ?? 0);
        });
      },
    });
    // Clients that are killed leave their connections behind.
    server.on('error', () => undefined);
    const mail = new MailServer(server);
    box.mail = mail;
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}?tls=off`;
  }

  /** What one address got, parsed, in order of arrival. */
  async mailsTo(address: string): Promise<Email[]> {
    const own = this.received.filter((mail) => mail.to.includes(address));
    return Promise.all(own.map((mail) => PostalMime.parse(mail.raw)));
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }
}

function asError(refusal: { code: number; text: string } | null | undefined): Error | null {
  return refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null;
}

/** What smtp-server keeps of its connections, which its types leave out. */
interface Connections {
  connections: Set<{ session: SMTPServerSession; _socket: Socket }>;
}

function hangUpOn(server: SMTPServer, session: SMTPServerSession): void {
  for (const { session: own, _socket } of (server as unknown as Connections).connections) {
    if (own.id === session.id) _socket.destroy();
  }
}
