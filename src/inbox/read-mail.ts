import PostalMime, { type Address } from 'postal-mime';

/** Somebody in From, To or Reply-To; the name may be empty. */
export interface Person {
  name: string;
  address: string;
}

/** A mail taken apart for people to read. */
export interface ReadMail {
  from: Person[];
  to: Person[];
  replyTo: Person[];
  subject: string;
  messageId: string | null;
  html: string | null;
  text: string | null;
  /** In document order, unfolded, repeated ones as often as they came. */
  headers: { name: string; value: string }[];
  /** The header section as it is in the mail. */
  head: string;
  attachments: string[];
}

/** Reads a message (RFC 5322, MIME). What is broken comes out empty rather than as an error. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const parsed = await PostalMime.parse(raw).catch(() => null);
  const headEnd = raw.indexOf('\r\n\r\n');
  return {
    from: people(parsed?.from ? [parsed.from] : []),
    to: people(parsed?.to ?? []),
    replyTo: people(parsed?.replyTo ?? []),
    subject: parsed?.subject ?? '',
    messageId: parsed?.messageId ?? null,
    html: parsed?.html ?? null,
    text: parsed?.text ?? null,
    headers: (parsed?.headers ?? []).map(({ originalKey, value }) => ({ name: originalKey, value })),
    head: raw.subarray(0, headEnd === -1 ? undefined : headEnd).toString('utf8'),
    attachments: (parsed?.attachments ?? []).map(({ filename, mimeType }) => filename ?? mimeType),
  };
}

/**
 * The HTML part as it is put into the preview: its links open in a new tab, since the frame itself
 * may go nowhere.
 */
export function previewHtml(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^<>]*>/i.test(html) ? html.replace(/<head[^<>]*>/i, (head) => head + base) : base + html;
}

/** A text cut at its web addresses, so that each can be made a link. */
export function splitAtLinks(text: string): { text: string; href: string | null }[] {
  return text
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/)
    .map((part, i) => ({ text: part, href: i % 2 === 1 ? part : null }))
    .filter((part) => part.text !== '');
}

function people(addresses: readonly Address[]): Person[] {
  return addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => ({ name, address }));
}
