import { isIP } from 'node:net';

/** Where and how to speak to the mail server. */
export interface SmtpServer {
  host: string;
  port: number;
  /**
   * `implicit` from the first byte (smtps, RFC 8314), `required` by STARTTLS (RFC 3207) or no mail
   * at all, `offered` by STARTTLS where the server has it, `off` in clear text.
   */
  tls: 'implicit' | 'required' | 'offered' | 'off';
  /** Undefined: no log-in. */
  credentials: { user: string; pass: string } | undefined;
}

/**
 * Reads SMTP_URL: `smtp://user:pass@host:587`, `?tls=required|off`, or `smtps://…`; user and
 * password percent-encoded. Ports default to 587 with a log-in, 25 without, 465 for smtps.
 *
 * @throws Error saying what is wrong, without the password
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '') {
    throw new Error('SMTP_URL must look like smtp://user:password@host:port or smtps://…');
  }
  const wanted = url.searchParams.get('tls');
  if (wanted !== null && wanted !== 'required' && wanted !== 'off') {
    throw new Error('SMTP_URL: tls may be required or off');
  }
  if (url.protocol === 'smtps:' && wanted === 'off')
    throw new Error('SMTP_URL: smtps:// and tls=off exclude each other');

  const credentials = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined;
  const tls = url.protocol === 'smtps:' ? 'implicit' : (wanted ?? 'offered');
  const usualPort = tls === 'implicit' ? 465 : credentials ? 587 : 25;
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port ? Number(url.port) : usualPort,
    tls,
    credentials,
  };
}

/** Whether clear text to this host stays on this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
