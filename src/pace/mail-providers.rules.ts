/**
 * Mail providers by the ends of their exchanges' names. Only those are here whom their exchange does not
 * name itself: of `mx00.t-online.de` it is plain that it is `t-online.de`.
 */
const BY_EXCHANGE = lookup({
  'google.com': 'googlemail.com',
  // Microsoft 365; the mailboxes of private people stand on other servers, with other limits.
  'protection.outlook.com': 'protection.outlook.com mx.microsoft',
  'outlook.com': 'olc.protection.outlook.com',
  'yahoo.com': 'yahoodns.net',
  'ionos.de':
    'kundenserver.de ionos.com ionos.co.uk ionos.fr ionos.es ionos.it schlund.de 1and1.com 1und1.de',
  'strato.de': 'rzone.de',
  'all-inkl.com': 'kasserver.com',
  'hetzner.com': 'your-server.de',
  'mittwald.de': 'agenturserver.de',
  'df.eu': 'ispgateway.de',
  'vodafone.de': 'vodafonemail.de arcor.de',
  'proton.me': 'protonmail.ch',
  'tuta.com': 'tutanota.de',
  'fastmail.com': 'messagingengine.com',
  'zoho.com': 'zoho.eu zoho.in',
  'ziggo.nl': 'as9143.net',
  'godaddy.com': 'secureserver.net',
  // Filters in front of a domain's own servers: they accept the mail.
  'hornetsecurity.com': 'antispameurope.com',
  'proofpoint.com': 'pphosted.com ppe-hosted.com',
  'mimecast.com': 'mimecast-offshore.com mimecast.co.za',
  'cisco.com': 'iphmx.com',
  'trendmicro.com': 'trendmicro.eu',
});

/** Domains of which it is known who takes their mail. Their spellings in other countries are asked for. */
const BY_DOMAIN = lookup({
  'google.com': 'gmail.com googlemail.com',
  'outlook.com': `outlook.com outlook.de outlook.fr outlook.at msn.com
    hotmail.com hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.co.uk
    live.com live.de live.at live.fr live.it live.nl live.be live.co.uk`,
  'gmx.net': 'gmx.net gmx.de gmx.at gmx.ch gmx.com gmx.eu gmx.org gmx.info gmx.biz',
  'web.de': 'web.de',
  't-online.de': 't-online.de',
  'freenet.de': 'freenet.de',
  'vodafone.de': 'arcor.de vodafonemail.de',
  'posteo.de': 'posteo.de',
  'mailbox.org': 'mailbox.org',
  'icloud.com': 'icloud.com me.com mac.com',
  // Not yahoo.co.jp, which is another company.
  'yahoo.com': `yahoo.com yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.co.uk ymail.com rocketmail.com
    aol.com aol.de`,
  'proton.me': 'proton.me protonmail.com protonmail.ch pm.me',
  'tuta.com': 'tuta.com tuta.io tutanota.com tutanota.de',
  'fastmail.com': 'fastmail.com fastmail.fm',
  'orange.fr': 'orange.fr wanadoo.fr',
  'laposte.net': 'laposte.net',
  'wp.pl': 'wp.pl',
  'onet.pl': 'onet.pl op.pl vp.pl',
  'o2.pl': 'o2.pl',
});

/** Where a country gives out names one level further down. */
const SECOND_LEVEL = /(^|\.)(ac|co|com|edu|go|gouv|gov|gv|ne|net|or|org)\.[a-z]{2}$/;

/**
 * The mail provider that takes a domain's mail, named by its main domain, in lower case.
 *
 * @param domain the part behind the `@`, lower case, A-labels
 * @param exchanges host names of its MX records, best preference first (RFC 5321 §5.1); none, or a null
 * MX (RFC 7505), leave the domain to itself
 */
export function providerOf(domain: string, exchanges: readonly string[]): string {
  return providerByName(domain) ?? providerByExchange(exchanges[0] ?? '') ?? domain;
}

/** The provider of a domain whose MX records need not be asked for; undefined for others. */
export function providerByName(domain: string): string | undefined {
  return BY_DOMAIN.get(domain);
}

/** Undefined if it is not a host name with an organisation in it, such as an address where a name belongs. */
function providerByExchange(exchange: string): string | undefined {
  const host = exchange.toLowerCase().replace(/\.$/, '');
  const labels = host.split('.');
  if (labels.length < 2 || labels.includes('') || /^\d+$/.test(labels.at(-1) ?? '')) return undefined;

  // From the longest end to the shortest, always whole labels.
  for (let i = 0; i < labels.length - 1; i++) {
    const known = BY_EXCHANGE.get(labels.slice(i).join('.'));
    if (known !== undefined) return known;
  }
  return labels.slice(SECOND_LEVEL.test(host) ? -3 : -2).join('.');
}

/** Turns a list of names per provider into a provider per name. */
function lookup(names: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names).flatMap(([provider, list]) =>
      list.split(/\s+/).map((name): [string, string] => [name, provider]),
    ),
  );
}
