import type { HandOver } from './hand-over.js';

/** A server's final answer to a mail (RFC 5321 section 4.2). */
export interface SmtpReply {
  /** Three digits, 200 to 599. */
  code: number;
  /** Enhanced status code (RFC 3463, RFC 2034), for example `5.1.1`; null where the server gave none. */
  enhanced: string | null;
  /** The whole reply as it came, printable, several lines joined by a line feed, at most 1,000 characters. */
  text: string;
}

/** The command a reply answers; `CONTENT` is the reply to the last dot. */
export type AnsweredCommand = 'MAIL' | 'RCPT' | 'DATA' | 'CONTENT';

interface Row {
  /** Beginning of the reply code, for example `5` or `550`. */
  code?: RegExp;
  /** Beginning of the enhanced code; a row that names one never matches a reply without. */
  enhanced?: RegExp;
  /** Only matches a reply without an enhanced code. */
  bare?: true;
  commands?: readonly AnsweredCommand[];
  text?: RegExp;
  senderFault: boolean;
}

/**
 * Whose fault a 4xx or 5xx is; the first row that matches decides. People are only ever blamed for
 * what is said about their own mailbox, so in doubt a row here speaks them free.
 */
const faults: readonly Row[] = [
  // Greylisting asks to come again, whatever code it hides behind; it is not a judgement of us.
  { code: /^4/, text: /gr[ae]y-?list/i, senderFault: false },
  // A reply to MAIL FROM is given before the server has heard of the recipient (RFC 5321 3.3).
  { commands: ['MAIL'], senderFault: true },
  // Authentication and encryption demanded or failed (RFC 4954 section 6, RFC 3207 section 4).
  { code: /^(432|454|523|524|530|534|535|538)/, senderFault: true },
  // The sender's mailbox or domain is wrong (RFC 3463 section 3.2).
  { enhanced: /^[45]\.1\.[78]$/, senderFault: true },
  // The server we speak to takes no mail at all (RFC 7504), or the mail is too big for it (RFC 3463 3.4).
  { code: /^521/, senderFault: true },
  { enhanced: /^[45]\.3\.4$/, senderFault: true },
  // Policy, block lists, SPF, DKIM, DMARC, rate limits (RFC 3463 3.8, RFC 7372; Google, Microsoft).
  { enhanced: /^[45]\.7\./, senderFault: true },
  // An address the server cannot take without SMTPUTF8 is the address's matter (RFC 6531 3.7.4.2) …
  { enhanced: /^[45]\.6\.(7|8|9|10)$/, senderFault: false },
  // … any other complaint about the content is ours (RFC 3463 3.7).
  { enhanced: /^[45]\.6\./, senderFault: true },
  // Some large providers say „mailbox unavailable“ as a protocol error; a real one is ours (RFC 3463 3.6).
  { enhanced: /^[45]\.5\./, text: /mailbox|user|recipient|account/i, senderFault: false },
  { enhanced: /^[45]\.5\./, senderFault: true },
  // Our command was not understood or not in order (RFC 5321 4.2.2); 501 to RCPT is about the address.
  { code: /^(500|502|503|504|555)/, bare: true, senderFault: true },
  // Without an enhanced code only the words tell: reputation and spam are ours …
  {
    code: /^[45]/,
    bare: true,
    text: /spam|block(ed|list)|black-?list|reputation|policy|dmarc|\bspf\b|dkim|rbl|relay(ing)? (access )?denied|rate.?limit|too many (mails|messages|connections)/i,
    senderFault: true,
  },
  // … and the mailbox is the person's.
  { code: /^[45]/, bare: true, text: /mailbox|user|recipient|account|quota|address/i, senderFault: false },
  // A content refused without a reason is the content's fault; 552 is „exceeded storage allocation“ (RFC 5321 4.2.3).
  { code: /^5(50|53|54)/, bare: true, commands: ['DATA', 'CONTENT'], senderFault: true },
  { code: /^[45]/, senderFault: false },
];

/** Reads a reply as text; null where it does not begin with a reply code. */
export function parseReply(response: string): SmtpReply | null {
  const match = /^([2-5]\d\d)(?:[ -]([245]\.\d{1,3}\.\d{1,3})(?=\s|$))?/.exec(response);
  if (!match) return null;
  // eslint-disable-next-line no-control-regex -- a NUL would be refused by Postgres, an escape would colour a terminal
  const text = response.replace(/\r?\n/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ');
  return { code: Number(match[1]), enhanced: match[2] ?? null, text: text.trim().slice(0, 1000) };
}

/**
 * What a reply means for a mail with one recipient (RFC 5321 section 4.2.1): 2xx to the content is
 * accepted, 4xx deferred, 5xx refused. A server that turns us away at MAIL FROM, because it is
 * closing (421) or wants another log-in, has not been handed the mail. Null for a 2xx or 3xx that
 * answers something else: it settles nothing.
 */
export function outcomeOf(reply: SmtpReply, command: AnsweredCommand): HandOver | null {
  if (reply.code < 300 && command === 'CONTENT') return { outcome: 'accepted', reply: reply.text };
  if (reply.code < 400) return null;
  if (command === 'MAIL' && reply.code === 421) {
    return { outcome: 'not_handed_over', reason: reply.text, fault: 'connection' };
  }
  if (command === 'MAIL' && [530, 534, 535, 538].includes(reply.code)) {
    return { outcome: 'not_handed_over', reason: reply.text, fault: 'authentication' };
  }

  const isOurs = faults.find((row) => matches(row, reply, command))?.senderFault ?? false;
  const who = isOurs ? { blame: 'sender' as const } : { blame: 'person' as const, severity: 'hard' as const };
  if (reply.code >= 500) {
    return { outcome: 'refused', reply: reply.text, judgement: { ...who, slows: null } };
  }
  // What is answered to MAIL FROM was said before the server had heard of the person.
  const slows = asksForLess(reply) ? (command === 'MAIL' ? 'everything' : 'provider') : null;
  return { outcome: 'deferred', reply: reply.text, judgement: { ...who, slows } };
}

function matches(row: Row, reply: SmtpReply, command: AnsweredCommand): boolean {
  if (row.code && !row.code.test(String(reply.code))) return false;
  if (row.bare && reply.enhanced !== null) return false;
  if (row.enhanced && !(reply.enhanced !== null && row.enhanced.test(reply.enhanced))) return false;
  if (row.commands && !row.commands.includes(command)) return false;
  return !row.text || row.text.test(reply.text);
}

/**
 * Whether a deferral asks for less mail: the server is closing (421) or not accepting (4.3.2), has a
 * policy against so much of it (4.7.x; RFC 3463 sections 3.4 and 3.8), or says so in words. Not so
 * greylisting, which asks to come again, and any other trouble with one mailbox or one mail.
 */
function asksForLess({ code, enhanced, text }: SmtpReply): boolean {
  if (/gr[ae]y-?list/i.test(text)) return false;
  return (
    code === 421 ||
    /^4\.(3\.2|7\.)/.test(enhanced ?? '') ||
    /\brate\b|rate.?limit|throttl|too (many|fast|much)|temporarily (deferred|blocked|rejected)/i.test(text)
  );
}
