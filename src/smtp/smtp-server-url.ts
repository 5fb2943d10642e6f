import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { problemOfSmtpUrls, smtpUrlsIn } from '../config/smtp-url.rules.js';

/** Where and how to speak to a mail server. */
export interface SmtpServer {
  host: string;
  port: number;
  /**
   * `implicit` from the first byte (smtps, RFC 8314), `required` by STARTTLS (RFC 3207) or no mail
   * at all, `offered` by STARTTLS where a server on this machine has it, `off` in clear text.
   */
  tls: 'implicit' | 'required' | 'offered' | 'off';
  /** Undefined: no log-in. */
  credentials: { user: string; pass: string } | undefined;
  /** Its share of the mails beside the other servers' weights, 1 to 100. */
  weight: number;
}

/**
 * Reads SMTP_URL: one or several of `smtp://user:pass@host:587` and `smtps://…`, separated by spaces or
 * commas; user and password percent-encoded, so that a space or a comma in them parts nothing. Each may have
 * `tls=required|off` and `weight=1…100` (1 unless told). Ports default to 587 with a log-in, 25 without, 465
 * for smtps. TLS is required unless the server is on this machine: anyone who can take STARTTLS out of an
 * answer would read every mail otherwise (BSI TR-03108). Hosts become A-labels (RFC 5891).
 *
 * @returns at least one server
 * @throws Error saying what is wrong, without the password
 */
export function parseSmtpUrls(text: string): SmtpServer[] {
  const problem = problemOfSmtpUrls(text);
  if (problem !== null) throw new Error(`SMTP_URL ${problem}`);
  return smtpUrlsIn(text).map((url) => serverAt(new URL(url)));
}

function serverAt(url: URL): SmtpServer {
  const credentials = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined;
  const host = hostOf(url);
  const tls = url.protocol === 'smtps:' ? 'implicit' : tlsOf(url.searchParams.get('tls'), host);
  const usualPort = tls === 'implicit' ? 465 : credentials ? 587 : 25;
  return {
    host,
    port: url.port ? Number(url.port) : usualPort,
    tls,
    credentials,
    weight: Number(url.searchParams.get('weight') ?? 1),
  };
}

function hostOf(url: URL): string {
  return domainToASCII(decodeURIComponent(url.hostname)).replace(/^\[(.*)\]$/, '$1');
}

function tlsOf(wanted: string | null, host: string): SmtpServer['tls'] {
  if (wanted === 'required' || wanted === 'off') return wanted;
  return isLoopback(host) ? 'offered' : 'required';
}

/** A server as people read it, `host:port`, without its credentials. */
export function hostAndPort({ host, port }: SmtpServer): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Whether clear text to this host stays on this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
