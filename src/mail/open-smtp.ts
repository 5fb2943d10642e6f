import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ConnectionOptions } from 'node:tls';
import { extensionsIn, SmtpSession } from './smtp-session.js';
import { hostAndPort, isLoopback, type SmtpServer } from './smtp-server-url.js';

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
    await logIn(smtp, settings.server);
    const socket = smtp._socket;
    if (!socket || socket.destroyed) throw new Error('the connection was closed');
    for (const event of ['data', 'error', 'timeout', 'end', 'close'] as const)
      socket.removeAllListeners(event);
    return new SmtpSession(socket, extensionsIn(ehlo), settings.timeouts.socket);
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

async function logIn(smtp: SMTPConnection, server: SmtpServer): Promise<void> {
  if (!server.credentials) return;
  if (!smtp.secure && server.tls === 'offered' && !isLoopback(server.host)) {
    throw new ConnectionFailed(
      'authentication',
      `${hostAndPort(server)} offers no TLS, and the password is not sent in clear text; ?tls=off in SMTP_URL allows it`,
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
  return new ConnectionFailed(
    code === 'EAUTH' ? 'authentication' : 'connection',
    `${hostAndPort(server)}: ${message}`,
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
