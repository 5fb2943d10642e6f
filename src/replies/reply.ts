/** What a reply answers: the sender, the recipient, the wish to send the message, or the message itself. */
export type ReplyStage = 'MAIL' | 'RCPT' | 'DATA' | 'CONTENT';

/** What a mail server said about a mail, at once or later in a returned mail. */
export interface Reply {
  /** Three digits, 200 to 599; null where only a status is known, as in a returned mail. */
  code: number | null;
  /** Enhanced status code (RFC 3463, RFC 2034), for example `5.1.1`; null if there is none. */
  enhanced: string | null;
  /** The whole reply as it came, printable, several lines joined by a line feed, at most 1,000 characters. */
  text: string;
}

const LONGEST = 1000;

/**
 * Reads a reply. The enhanced code stands behind the reply code (RFC 2034), or anywhere in the words, as
 * qmail and some gateways put it: `550 sorry, no mailbox here by that name (#5.1.1)`.
 */
export function readReply(response: string): Reply {
  const text = printable(response.slice(0, 4 * LONGEST))
    .trim()
    .slice(0, LONGEST);
  const code = /^[2-5]\d\d(?!\d)/.exec(text)?.[0] ?? null;
  return { code: code === null ? null : Number(code), enhanced: enhancedIn(text, code), text };
}

/** Whether nothing can come of trying again as things are (RFC 5321 section 4.2.1). */
export function isPermanent({ code, enhanced }: Reply): boolean {
  return code === null ? enhanced?.startsWith('5') === true : code >= 500;
}

/** The first that is of the reply code's class, so that a number among the words is not taken for one. */
function enhancedIn(text: string, code: string | null): string | null {
  for (const [found] of text.matchAll(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/g)) {
    if (code === null || found[0] === code[0]) return found;
  }
  return null;
}

/** A NUL would be refused by Postgres, an escape would colour a terminal. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is meant
  return text.replace(/\r?\n/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ');
}
