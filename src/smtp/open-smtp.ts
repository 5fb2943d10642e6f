import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ConnectionOptions } from 'node:tls';
import { remedyFor, securityInWords } from './connection-security.js';
import { authMechanismsIn, extensionsIn } from './smtp-extensions.js';
import { SmtpSession } from './smtp-session.js';
import { hostAndPort, type SmtpServer } from './smtp-server-url.js';

/** Milliseconds. */
export interface SmtpTimeouts {
  /** From the name look-up to the established connection. */
  connect: number;
  /** Until the server greets, and for a TLS handshake. */
  greeting: number;
  /** How long a connection may be silent while an answer is expected. */
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

/**
 * Connects, encrypts and logs in with nodemailer, and takes the connection over from there.
 *
 * @throws ConnectionFailed when the server cannot be reached, refuses us or our log-in, or TLS is missing or wrong
 */
export async function openSmtp(settings: ConnectionSettings): Promise<SmtpSession> {
  const smtp = new SMTPConnection(nodemailerOptions(settings));
  try {
    await connect(smtp);
    // Before any further command, the server's last response is its EHLO response.
    const ehlo = smtp.lastServerResponse || '';
    await logIn(smtp, settings.server, authMechanismsIn(ehlo));
    const socket = smtp._socket;
    if (!socket || socket.destroyed) throw new Error('the connection was closed');
    for (const event of ['data', 'error', 'timeout', 'end', 'close'] as const)
      socket.removeAllListeners(event);
    const security = securityInWords(socket, settings.server);
    return new SmtpSession(socket, extensionsIn(ehlo), settings.timeouts.socket, security);
  } catch (error) {
    smtp.close();
    throw asConnectionFailed(error, settings.server);
  }
}

function connect(smtp: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    smtp.on('error', reject);
    smtp.connect((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** The mechanisms nodemailer speaks with user and password. */
const SPOKEN = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

async function logIn(smtp: SMTPConnection, server: SmtpServer, offered: readonly string[]): Promise<void> {
  if (!server.credentials) return;
  // Without a common mechanism nodemailer would send the password by PLAIN all the same.
  if (!offered.some((mechanism) => SPOKEN.includes(mechanism))) {
    const what = offered.length === 0 ? 'no log-in at all' : `only ${offered.join(', ')} to log in`;
    throw new ConnectionFailed(
      'authentication',
      `${hostAndPort(server)} offers ${what}, none of ${SPOKEN.join(', ')}; the password was not sent`,
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
  const { message, code } = error as Error & { code?: unknown };
  const remedy = remedyFor(message, server);
  return new ConnectionFailed(
    code === 'EAUTH' ? 'authentication' : 'connection',
    `${hostAndPort(server)}: ${message.trim()}${remedy && ` (${remedy})`}`,
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
