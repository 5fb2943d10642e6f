import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dotStuffed } from './dot-stuffing.js';

/** What a server makes of the bytes between 354 and the end marker. */
function received(wire: Buffer): string {
  const lines = wire.toString('latin1').split('\r\n');
  expect(lines).not.toContain('.');
  return lines.map((line) => (line.startsWith('.') ? line.slice(1) : line)).join('\r\n');
}

test.each([
  ['a\r\nb\r\n', 'a\r\nb'],
  ['a\r\nb', 'a\r\nb'],
  ['a\nb\rc\r\n', 'a\r\nb\r\nc'],
  ['.\r\n..\r\n.a\r\n', '..\r\n...\r\n..a'],
  ['a\r.\r\n', 'a\r\n..'],
  ['a\n.\n', 'a\r\n..'],
  ['a\r\n\r\n', 'a\r\n'],
  ['\r\n', ''],
  ['', ''],
])('%j goes out as %j', (raw, wire) => {
  expect(dotStuffed(Buffer.from(raw)).toString()).toBe(wire);
});

test('a message in order is not copied', () => {
  const raw = Buffer.from('Subject: x\r\n\r\nGuten Tag\r\n');
  expect(dotStuffed(raw).buffer).toBe(raw.buffer);
});

test('whatever the message says, the server gets its lines and no early end', () => {
  const piece = fc.constantFrom('.', '..', '\r', '\n', '\r\n', 'a', 'Ä', ' ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const raw = pieces.join('');
      const lines = Buffer.from(raw)
        .toString('latin1')
        .split(/\r\n|\r|\n/);
      if (lines.at(-1) === '') lines.pop();
      expect(received(dotStuffed(Buffer.from(raw)))).toBe(lines.join('\r\n'));
    }),
    { numRuns: 2000 },
  );
});
