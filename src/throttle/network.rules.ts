import ipaddr from 'ipaddr.js';

/** Where a request comes from, as it is counted. */
export interface Network {
  /** One connection's share: an IPv4 address, or the /64 of an IPv6 address. */
  narrow: string;
  /** One customer's or site's share: the /24 of an IPv4 address, the /48 of an IPv6 address. */
  wide: string;
}

/**
 * The networks of an address. Who has one IPv6 address has at least the 2^64 of its network (RFC 6177),
 * often a /48, and may take a new one for each request. IPv4 written as IPv6 counts as IPv4.
 */
export function networkOf(address: string): Network {
  const bare = address.split('%', 1)[0] ?? '';
  if (!ipaddr.isValid(bare)) return { narrow: 'unknown', wide: 'unknown' };
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return { narrow: parsed.toString(), wide: within(parsed.toByteArray(), 3) };
  return { narrow: within(parsed.toByteArray(), 8), wide: within(parsed.toByteArray(), 6) };
}

function within(bytes: readonly number[], kept: number): string {
  return `${Buffer.from(bytes.slice(0, kept)).toString('hex')}/${kept * 8}`;
}
