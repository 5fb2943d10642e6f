const CR = 13;
const LF = 10;
const DOT = 46;

/**
 * A message as it goes over the wire within DATA (RFC 5321 section 4.5.2): every line ends with CRLF
 * and a dot at the beginning of a line is doubled, so that nothing in it can end it early. Without the
 * last line's CRLF, which belongs to the end marker `CRLF . CRLF`.
 *
 * A message that is in order already, as ours nearly always are, is not copied.
 */
export function dotStuffed(raw: Buffer): Buffer {
  if (isInOrder(raw)) return raw.subarray(0, -2);
  const lines = raw.toString('latin1').split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return Buffer.from(lines.map((line) => (line.startsWith('.') ? `.${line}` : line)).join('\r\n'), 'latin1');
}

function isInOrder(raw: Buffer): boolean {
  let start = 0;
  while (start < raw.length) {
    const end = raw.indexOf(LF, start);
    if (raw[start] === DOT || end === -1 || raw.indexOf(CR, start) !== end - 1) return false;
    start = end + 1;
  }
  return raw.length > 0;
}
