import { parsedUrl } from '../common/parsed-url.js';
import { isIP } from 'node:net';

/**
 * Whether a request is meant for us: its Host names where we are reached (PUBLIC_URL), this very machine, or
 * what the operator lists. Any other name was made to point here by somebody else (DNS rebinding), whose
 * pages would then read ours (ASVS 3.5.1). Ports make no difference.
 *
 * @param host the Host header
 * @param hosts names and addresses in lower case, IPv6 without brackets
 */
export function isOwnHost(host: string | undefined, hosts: ReadonlySet<string>): boolean {
  const name = hostNameOf(host ?? '');
  return name !== null && (hosts.has(name) || isThisMachine(name));
}

/** Which hosts we answer for, in addition to this machine. */
export function ownHosts(publicUrl: string, listed: readonly string[]): Set<string> {
  return new Set([new URL(publicUrl).host, ...listed].map((host) => hostNameOf(host) ?? ''));
}

/** Where a form of ours comes from: `Origin` has to have the scheme, too, by which we are reached. */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  const given = parsedUrl(origin);
  if (!given) return false;
  const ours = new URL(publicUrl);
  if (given.origin === ours.origin) return true;
  // Without the proxy in front, on the machine itself, there is no https.
  const scheme = isThisMachine(hostNameOf(host ?? '') ?? '') ? given.protocol : ours.protocol;
  return given.host === host && given.protocol === scheme;
}

function isThisMachine(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/** `Example.org.:8080` as `example.org`, `[::1]:80` as `::1`; null if it is not a host. */
function hostNameOf(host: string): string | null {
  if (host === '' || /[\s/?#@\\]/.test(host) || !parsedUrl(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}
