import { parsedUrl } from '../common/parsed-url.js';

/**
 * What is wrong with the address under which people reach this service, or null. Links are made by adding
 * to it, so it can have nothing that belongs behind them, and no path as long as pages do not know of one.
 */
export function problemOfPublicUrl(text: string): string | null {
  const url = parsedUrl(text);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    return 'must be a URL starting with http:// or https://';
  if (url.username !== '' || url.password !== '') return 'must not have a user or password';
  if (text.includes('?')) return 'must not have a query (the part from ? on)';
  if (text.includes('#')) return 'must not have a fragment (the part from # on)';
  if (!/^\/+$/.test(url.pathname))
    return 'must not have a path: this service needs a host name of its own, such as https://umfrage.example.org';
  return null;
}

/**
 * The address as links carry it: scheme, host and port only, a host name with other than ASCII letters as
 * A-labels (RFC 5891, `städte` is `xn--stdte-hra`), without a trailing slash.
 *
 * @param text in which `problemOfPublicUrl` finds nothing wrong
 */
export function publicOrigin(text: string): string {
  return parsedUrl(text)?.origin ?? text;
}
