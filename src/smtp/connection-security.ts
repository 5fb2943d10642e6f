import type { Socket } from 'node:net';
import { type PeerCertificate, TLSSocket } from 'node:tls';
import type { SmtpServer } from './smtp-server-url.js';

/** How a connection is protected, in words for the operator: TLS version, certificate, and whether it has to be. */
export function securityInWords(socket: Socket, { tls }: SmtpServer): string {
  if (!(socket instanceof TLSSocket)) {
    return tls === 'off' ? 'in clear text, as ?tls=off says' : 'in clear text, which stays on this machine';
  }
  const certificate = socket.getPeerCertificate();
  const demand = tls === 'offered' ? 'offered by the server, not required on this machine' : 'required';
  return `${socket.getProtocol() ?? 'TLS'} (${demand}), certificate ${inWords(certificate)}`;
}

function inWords({ subject, issuer, valid_to }: Partial<PeerCertificate>): string {
  const name = first(subject?.CN) ?? 'without a name';
  const by = first(issuer?.O) ?? first(issuer?.CN) ?? 'unknown';
  return `of ${name} by ${by}, valid until ${valid_to ?? 'unknown'}`;
}

/** A name may stand several times in a certificate. */
function first(name: string | string[] | undefined): string | undefined {
  return Array.isArray(name) ? name[0] : name;
}

/** The usual cause of a connection error and its remedy; empty if unknown. */
export function remedyFor(message: string, { tls, port }: SmtpServer): string {
  if (
    tls === 'implicit' &&
    /wrong version number|packet length too long|EPROTO|disconnected before secure/i.test(message)
  ) {
    return 'this port does not begin with TLS: write smtp:// instead of smtps:// in SMTP_URL, STARTTLS is used all the same';
  }
  if (tls !== 'implicit' && /greeting never received/i.test(message)) {
    return port === 465
      ? 'port 465 begins with TLS: write smtps:// instead of smtp:// in SMTP_URL'
      : 'the server says nothing; one that begins with TLS needs smtps:// in SMTP_URL';
  }
  if (/self[- ]signed|unable to (verify|get)|issuer/i.test(message)) {
    return 'its certificate is signed by nobody this machine trusts: put the certificate of its authority into a file and its path into NODE_EXTRA_CA_CERTS';
  }
  if (/altnames|does not match certificate/i.test(message)) {
    return 'the certificate is made out to another name: write that name in SMTP_URL';
  }
  if (tls === 'required' && /STARTTLS/.test(message)) {
    return 'TLS is required for every mail server but one on this machine; ?tls=off in SMTP_URL allows clear text';
  }
  return '';
}
