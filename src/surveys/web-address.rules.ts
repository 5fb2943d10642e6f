import { parsedUrl } from '../common/parsed-url.js';

/**
 * Whether people may be led there: http or https, at most 2,000 characters, no user name that looks like
 * another host (`https://netzwerk.example@elsewhere.example`), and nothing that ends a quoted attribute.
 */
export function isWebAddress(text: string): boolean {
  if (text.length > 2000 || /["<>`\\\s\p{Cc}]/u.test(text) || !parsedUrl(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
