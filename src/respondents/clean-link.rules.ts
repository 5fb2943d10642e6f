import type { SignedTokens } from '../common/signed-token.js';
import { withoutTrailing } from '../common/trim-characters.js';

/** Whether a token is one of ours. */
type IsOurs = (purpose: 'participation' | 'unsubscribe', token: string) => boolean;

/**
 * The link that was meant by an address with signs around it: mail programs and people take brackets, full
 * stops, quotation marks, breaks and invisible characters along. Null where the address is right as it is or
 * leads nowhere all the same, so that a link is never guessed: a token is ours by its signature.
 *
 * @param url path and query as they came, still encoded
 * @returns path and query of the link
 */
export function cleanLink(url: string, isOurs: IsOurs): string | null {
  const [path = ''] = /^[^?#]*/.exec(url) ?? [];
  const query = url.slice(path.length);
  const plain = withoutSigns(path);
  const [, kind = '', rest = ''] = /^\/+(u|unsubscribe|o)\/+((?:[^/].*)?)$/s.exec(plain) ?? [];
  const found = kind === 'o' ? openLink(rest) : personalLink(kind, rest, isOurs);
  if (found === null || found === path) return null;
  if (kind === 'o' && decoded(path).toLowerCase() === found) return null;
  return found + (query.startsWith('?') ? query : '');
}

/** Decoded, twice where it was encoded twice, without white space, invisible characters and marks of HTML. */
function withoutSigns(path: string): string {
  return decoded(decoded(path))
    .replace(/<\/?[a-z]{1,10}>?/gi, (tag) =>
      /^<\/?(?:a|b|i|br|p|u|em|div|span|wbr|strong|font)>?$/i.test(tag) ? '>' : tag,
    )
    .replace(/&(?:amp|gt|lt|quot|apos|nbsp|shy|zwnj|#\d{1,6}|#x[0-9a-f]{1,5});?/gi, ' ')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '');
}

function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

const TOKEN = 32;
const SIGN = /[^A-Za-z0-9]/;

function personalLink(kind: string, rest: string, isOurs: IsOurs): string | null {
  if (kind === '') return null;
  const purpose = kind === 'u' ? 'participation' : 'unsubscribe';
  // An underscore or a hyphen may be a sign before the token or its first character.
  const start = /^[^A-Za-z0-9]*/.exec(rest)?.[0].length ?? 0;
  for (let from = start; from >= Math.max(0, start - 8); from--) {
    const token = rest.slice(from, from + TOKEN);
    if (!/^[\w-]{32}$/.test(token) || !isOurs(purpose, token)) continue;
    const behind = withoutTrailing(rest.slice(from + TOKEN), SIGN);
    if (behind === '') return `/${kind}/${token}`;
    const [, end] = /^[^A-Za-z0-9]*\/(decline|snooze)$/.exec(behind) ?? [];
    return end === undefined || kind !== 'u' ? null : `/${kind}/${token}/${end}`;
  }
  return null;
}

function openLink(rest: string): string | null {
  const plain = withoutTrailing(rest.toLowerCase(), SIGN);
  const slug = plain.replace(/^[^a-z0-9]+/, '');
  return /^[a-z0-9-]{3,40}$/.test(slug) ? `/o/${slug}` : null;
}

/** The same for the tokens that an application signs. */
export const cleanedBy =
  (tokens: SignedTokens) =>
  (url: string): string | null =>
    cleanLink(url, (purpose, token) => tokens.read(purpose, token) !== null);
