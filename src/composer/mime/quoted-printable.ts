const LF = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;
const DOT = 0x2e;
const EQUALS = 0x3d;
const F = 0x46;
const LIMIT = 75;

/** What fits on one line as it is: no `=`, nothing that a mail server might read as its own. */
const AS_IT_IS = /^(?!\.|From )[!-<>-~](?:[ -<>-~]*[!-<>-~])?$/;

const bytesInOrder = Array.from({ length: 256 }, (_, byte) => byte);
const escaped = bytesInOrder.map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const asItIs = bytesInOrder.map((byte) => String.fromCharCode(byte));
const units = bytesInOrder.map(
  (byte) => (byte > SPACE && byte < 0x7f && byte !== EQUALS ? asItIs : escaped)[byte],
);

/**
 * UTF-8 as quoted-printable (RFC 2045 §6.7), beginning at the start of a line: lines of at most 76
 * octets, CRLF at every line break, no white space at the end of a line or of the whole. A dot and a
 * “From ” at the start of a line are encoded, so that no transport has a reason to touch them.
 */
export function toQuotedPrintable(text: string): string {
  if (text.length <= LIMIT && AS_IT_IS.test(text)) return text;

  const bytes = Buffer.from(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  let encoded = '';
  let column = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === LF) {
      encoded += '\r\n';
      column = 0;
      continue;
    }
    let unit = unitAt(bytes, at, column);
    if (column + unit.length > LIMIT) {
      encoded += '=\r\n';
      column = 0;
      unit = unitAt(bytes, at, column);
    }
    encoded += unit;
    column += unit.length;
  }
  return encoded;
}

/** How one byte is written: as itself or as `=XX`. */
function unitAt(bytes: Buffer, at: number, column: number): string {
  const byte = bytes[at] ?? 0;
  if (byte === SPACE || byte === TAB) {
    const endsLine = at + 1 === bytes.length || bytes[at + 1] === LF;
    return (endsLine ? escaped : asItIs)[byte] ?? '';
  }
  if (column === 0 && (byte === DOT || (byte === F && bytes.toString('latin1', at, at + 5) === 'From '))) {
    return escaped[byte] ?? '';
  }
  return units[byte] ?? '';
}
