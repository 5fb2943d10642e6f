import { decodeHTMLStrict } from 'entities';

const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/i;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]*));/gi;

/** Elements whose content nobody reads. */
const silent = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'noscript',
  'head',
  'title',
]);
/** Elements within a line; all others begin a paragraph. */
const inline = new Set('a abbr b big code em font i img mark s small span strong sub sup u wbr'.split(' '));

/**
 * The words of a piece of HTML, paragraphs separated by blank lines. Questionnaires come from outside, so
 * nothing of their markup reaches a page: no element, no attribute and no link. What is left is plain text
 * and still to be escaped like any other; reading takes time in proportion to the length.
 */
export function textOfHtml(html: string): string {
  const parts = withoutComments(html).split(TAG);
  let text = collapsed(parts[0] ?? '');
  let muted: string | null = null;
  for (let index = 1; index < parts.length; index += 3) {
    const isEnd = parts[index] === '/';
    const name = (parts[index + 1] ?? '').toLowerCase();
    if (muted === null && silent.has(name) && !isEnd) muted = name;
    else if (muted === name && isEnd) muted = null;
    if (muted !== null) continue;
    text += breakAt(name, isEnd) + collapsed(parts[index + 2] ?? '');
  }
  return decoded(text)
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** What is opened and never closed is left out to the next comment, as far as it goes. */
function withoutComments(html: string): string {
  const [before = '', ...comments] = html.split('<!--');
  const after = comments.map((comment) => comment.split('-->').slice(1).join('-->'));
  return [before, ...after].join('');
}

function breakAt(name: string, isEnd: boolean): string {
  if (name === 'br') return '\n';
  if (name === 'li') return isEnd ? '' : '\n– ';
  if (name === 'td' || name === 'th') return ' ';
  return inline.has(name) || silent.has(name) ? '' : '\n\n';
}

/** White space in the source is one space, but a blank line parts paragraphs where there is no markup to do it. */
function collapsed(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' '))
    .join('\n\n');
}

function decoded(text: string): string {
  return text.replaceAll(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return decodeHTMLStrict(whole);
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '';
  });
}
