import { expect, test } from '@jest/globals';
import { encodingOf, textOf } from './import-text.js';

// eslint-disable-next-line @typescript-eslint/require-await -- stands in for a stream
async function* byteByByte(bytes: Buffer): AsyncGenerator<Buffer> {
  for (const byte of bytes) yield Buffer.of(byte);
}

async function read(bytes: Buffer): Promise<string> {
  // The mark of a byte order is looked for in the first piece, which in life is a megabyte.
  const whole = async function* () {
    yield await Promise.resolve(bytes);
  };
  const encoding = await encodingOf(whole());
  let text = '';
  for await (const piece of textOf(byteByByte(bytes), encoding)) text += piece;
  return text;
}

const TEXT = 'Größe „für“ 5 €, Łódź 🏛';

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16 as spreadsheets save it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
])('%s is read', async (_, bytes) => {
  expect(await read(bytes)).toBe(TEXT);
});

test('what is not UTF-8 is windows-1252', async () => {
  expect(await read(Buffer.from('Gr\xf6\xdfe \x84f\xfcr\x93 5 \x80', 'latin1'))).toBe('Größe „für“ 5 €');
});
