import { domainToASCII } from 'node:url';

/** An address as we send to it, and the key under which the same mailbox is recognised again. */
export interface EmailAddress {
  /** `local@domain` with the domain as A-labels (RFC 5891), the local part as given. */
  address: string;
  /** Lower-cased throughout; unique per list and in the suppressions. */
  key: string;
}

/** No invisible characters (Cf) either: two addresses that look alike must be alike. */
const LOCAL_PART = /^[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]+$/u;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads exactly one address in the dot-string form of RFC 5321; no quoted local parts, no display
 * name, no list. Null for everything else, so that nothing with a comma or a line break can ever
 * become a second recipient.
 */
export function parseEmailAddress(text: string): EmailAddress | null {
  const trimmed = text.trim();
  // The URL algorithm under domainToASCII would quietly drop line breaks and tabs.
  if (/[\s\p{Cc}]/u.test(trimmed)) return null;
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at).normalize('NFC');
  if (at < 1 || !LOCAL_PART.test(local) || Buffer.byteLength(local) > 64) return null;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;

  const domain = domainToASCII(trimmed.slice(at + 1)).toLowerCase();
  if (!DOMAIN.test(domain)) return null;
  return { address: `${local}@${domain}`, key: `${local.toLowerCase()}@${domain}` };
}

/** The address in `Name <address>` or in an address alone; null if there is none. */
export function addressInMailbox(mailbox: string): string | null {
  const inside = /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;
  return parseEmailAddress(inside)?.address ?? null;
}
