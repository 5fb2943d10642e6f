/** Encodings that spreadsheets write. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const PIECE_BYTES = 128 * 1024;

/**
 * The encoding of a file: what its byte order mark says, else UTF-8 if all bytes are, else
 * windows-1252, which every byte is.
 */
export async function encodingOf(bytes: AsyncIterable<Buffer>): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of bytes) {
      if (isFirst && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
      if (isFirst && piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
      isFirst = false;
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1252';
    throw error;
  }
}

/** Decodes a file in small pieces, without its byte order mark. */
export async function* textOf(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decode = encoding === 'windows-1252' ? fromWindows1252 : streaming(new TextDecoder(encoding));
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      yield decode(chunk.subarray(start, start + PIECE_BYTES));
    }
  }
}

function streaming(decoder: TextDecoder): (bytes: Buffer) => string {
  return (bytes) => decoder.decode(bytes, { stream: true });
}

/** 0x80 to 0x9f, the only bytes in which windows-1252 differs from Latin-1. */
const ABOVE_ASCII = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, as some Node versions decode this encoding as Latin-1 and lose the quotation marks. */
function fromWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (c) => ABOVE_ASCII[c.charCodeAt(0) - 0x80] ?? c);
}
