/** What is wrong with an SMTP_URL, or null; the answer never quotes it, as it may hold a password. */
export function problemOfSmtpUrl(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    return 'must look like smtp://user:password@host:port or smtps://…';
  }
  const tls = url.searchParams.get('tls');
  if (tls !== null && tls !== 'required' && tls !== 'off') return 'may have ?tls=required or ?tls=off';
  if (tls === 'off' && url.protocol === 'smtps:') return 'cannot be smtps:// and have ?tls=off';

  const unknown = [...url.searchParams.keys()].find((option) => option !== 'tls');
  if (unknown !== undefined) return 'knows no option but ?tls=required and ?tls=off';
  if (!isPercentEncoded(url.username) || !isPercentEncoded(url.password)) {
    return 'must have its user and password percent-encoded (% is %25)';
  }
  return null;
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
