import { parsedUrl } from '../common/parsed-url.js';
import { domainToASCII } from 'node:url';

/**
 * The URLs in an SMTP_URL, separated by spaces or commas. Users and passwords are percent-encoded, so neither
 * can stand within one.
 */
export function smtpUrlsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((url) => url !== '');
}

/**
 * What is wrong with an SMTP_URL, or null. One line that names the server by its place and never
 * quotes anything, as it may be a password.
 */
export function problemOfSmtpUrls(text: string): string | null {
  const urls = smtpUrlsIn(text);
  if (urls.length === 0) return LOOKS;
  for (const [index, url] of urls.entries()) {
    const problem = problemOf(url);
    if (problem !== null)
      return urls.length === 1 ? problem : `${problem} (server ${index + 1} of ${urls.length})`;
  }
  return null;
}

const LOOKS =
  'must look like smtp://user:password@host:port or smtps://…, several separated by spaces or commas (a comma in a password is %2C)';

function problemOf(text: string): string | null {
  const url = parsedUrl(text);
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return LOOKS;

  if (!isHost(url.hostname)) return 'must name a host, such as smtp://mail.example.org';

  const tls = url.searchParams.get('tls');
  if (tls !== null && tls !== 'required' && tls !== 'off') return 'may have ?tls=required or ?tls=off';
  if (tls === 'off' && url.protocol === 'smtps:') return 'cannot be smtps:// and have ?tls=off';
  if (!isWeight(url.searchParams.get('weight') ?? '1')) {
    return 'may have ?weight= with a whole number from 1 to 100';
  }
  if ([...url.searchParams.keys()].some((option) => option !== 'tls' && option !== 'weight')) {
    return 'knows no options but ?tls=required, ?tls=off and ?weight=1 to 100';
  }

  if (!isPercentEncoded(url.username) || !isPercentEncoded(url.password)) {
    return 'must have its user and password percent-encoded (% is %25)';
  }
  return null;
}

function isHost(text: string): boolean {
  return isPercentEncoded(text) && domainToASCII(decodeURIComponent(text)) !== '';
}

function isWeight(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100;
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
