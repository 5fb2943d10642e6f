import { coded } from '../../common/coded-text.js';
import { parseEmailAddress } from '../../common/email-address.js';
import { CannotCompose } from '../cannot-compose.js';
import { oneLine } from '../plain-words.js';

/** A person or office in an address header; an empty or missing name leaves the bare address. */
export interface Mailbox {
  name: string | null;
  address: string;
}

const LINE = 76;
const PRINTABLE = /^[ -~]*$/;
const ATOMS = /^[\w!#$%&'*+/=?^`{|}~ -]*$/;
const WORD_OVERHEAD = '=?UTF-8?B??='.length;
const LONGEST_WORD = 75 - WORD_OVERHEAD;

/**
 * A header line with its CRLF, from a value that is ours, ASCII and free of line breaks.
 * @throws CannotCompose for any other value
 */
export function header(name: string, value: string): string {
  const line = `${name}: ${value}`;
  if (!/^[!-~]+(?: [!-~]+)*$/.test(line))
    throw new CannotCompose(coded('letter.header_value', { header: name }));
  if (line.length <= LINE || !value.startsWith('<')) return `${line}\r\n`;
  return `${name}:\r\n ${value}\r\n`;
}

/**
 * A header of free text: folded at 76 octets, as RFC 2047 encoded-words when it is not plain ASCII, or
 * has a word too long to fold, or would be mistaken for an encoded-word.
 */
export function textHeader(name: string, text: string): string {
  const clean = oneLine(text);
  const start = `${name}: `;
  const words = clean.split(' ');
  const plain =
    PRINTABLE.test(clean) &&
    !clean.includes('=?') &&
    words.every((word) => word.length < LINE - start.length);
  return `${start}${plain ? folded(words, start.length) : encodedWords(clean, start.length)}\r\n`;
}

/**
 * A header of exactly one mailbox (RFC 5322 §3.4). The name is written as atoms, a quoted string or
 * encoded-words; whatever it holds, it stays a name. Invisible characters, which could turn the direction of
 * what follows, are left out.
 * @throws CannotCompose when the address is not exactly one address
 */
export function addressHeader(name: string, mailbox: Mailbox): string {
  const parsed = parseEmailAddress(mailbox.address);
  if (!parsed) throw new CannotCompose(coded('letter.header_address', { header: name }));
  const start = `${name}: `;
  const phrase = displayName(oneLine((mailbox.name ?? '').replace(/\p{Cf}/gu, '')), start.length);
  if (phrase === '') return `${start}${parsed.address}\r\n`;

  const lastLine = `${start}${phrase}`.split('\n').at(-1) ?? '';
  const gap = lastLine.length + parsed.address.length + 3 > LINE ? '\r\n ' : ' ';
  return `${start}${phrase}${gap}<${parsed.address}>\r\n`;
}

function displayName(name: string, column: number): string {
  const written = ATOMS.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
  const needsCode = !PRINTABLE.test(name) || name.includes('=?') || column + written.length > LINE;
  if (name === '') return '';
  return needsCode ? encodedWords(name, column) : written;
}

function folded(words: readonly string[], column: number): string {
  let line = '';
  let at = column;
  for (const word of words) {
    const breaks = line !== '' && at + 1 + word.length > LINE;
    line += line === '' ? word : `${breaks ? '\r\n ' : ' '}${word}`;
    at = breaks ? 1 + word.length : at + 1 + word.length;
  }
  return line;
}

/** Encoded-words of at most 75 characters, one a line, each of whole characters (RFC 2047 §2, §5). */
function encodedWords(text: string, column: number): string {
  const words: string[] = [];
  let room = roomIn(column);
  let word = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > room && word !== '') {
      words.push(encodedWord(word));
      word = '';
      bytes = 0;
      room = roomIn(1);
    }
    word += character;
    bytes += size;
  }
  return [...words, encodedWord(word)].join('\r\n ');
}

/** How many bytes an encoded-word may hold that begins at this column. */
function roomIn(column: number): number {
  return Math.floor(Math.min(LONGEST_WORD, LINE - WORD_OVERHEAD - column) / 4) * 3;
}

function encodedWord(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}
