/** What the server said at EHLO that it can do (RFC 5321 section 4.1.1.1). */
export interface SmtpExtensions {
  /** Commands may be sent together (RFC 2920). */
  pipelining: boolean;
  /** Addresses outside ASCII are taken (RFC 6531). */
  utf8: boolean;
  /** The largest mail it takes, in octets (RFC 1870); undefined: it does not say, or knows no limit. */
  size: number | undefined;
}

/** Reads the response to EHLO, its lines separated by line feeds. */
export function extensionsIn(ehlo: string): SmtpExtensions {
  const size = Number(/^250[ -]SIZE (\d+)\s*$/im.exec(ehlo)?.[1] ?? 0);
  return {
    pipelining: /^250[ -]PIPELINING\b/im.test(ehlo),
    utf8: /^250[ -]SMTPUTF8\b/im.test(ehlo),
    size: size > 0 ? size : undefined,
  };
}

/** The ways to log in that the response to EHLO names (RFC 4954 section 3), in capitals. */
export function authMechanismsIn(ehlo: string): string[] {
  const named = [...ehlo.matchAll(/^250[ -]AUTH[ =](.*)$/gim)].flatMap(([, names = '']) =>
    names.trim().split(' '),
  );
  return [...new Set(named.filter((name) => name !== '').map((name) => name.toUpperCase()))];
}
