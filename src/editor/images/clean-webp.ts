import { type Cleaned, type IsTooWide, orientationIn, tiffWithOrientation } from './image-orientation.js';

/** What draws the picture (RFC 9649 section 2). */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const XMP = 0x04;
const EXIF = 0x08;

interface Chunk {
  type: string;
  data: Buffer;
}

/** @throws Error where it is no whole WebP */
export function cleanWebp(bytes: Buffer, isTooWide: IsTooWide): Cleaned {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new Error('cut off');
  const chunks = chunksIn(bytes.subarray(12, end));
  const size = sizeOf(chunks[0]);
  if (isTooWide(size.width, size.height)) return 'pixels';
  const drawn = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L').map(sizeOf);
  if (drawn.length > 1 || drawn.some(({ width, height }) => width !== size.width || height !== size.height))
    throw new Error('other pixels than announced');
  if (drawn.length === 0 && !chunks.some(({ type }) => type === 'ANMF')) throw new Error('no picture');

  const exif = chunks.find(({ type }) => type === 'EXIF')?.data ?? Buffer.alloc(0);
  const orientation = orientationIn(exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif);
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map((chunk) => cleaned(chunk, orientation > 1));
  if (orientation > 1 && chunks[0]?.type === 'VP8X')
    kept.push({ type: 'EXIF', data: tiffWithOrientation(orientation) });
  return { bytes: riff(kept), ...size };
}

function cleaned({ type, data }: Chunk, hasExif: boolean): Chunk {
  if (type === 'VP8X') {
    const flags = Buffer.from(data);
    flags.writeUInt8((flags.readUInt8(0) & ~(XMP | EXIF)) | (hasExif ? EXIF : 0), 0);
    return { type, data: flags };
  }
  if (type !== 'ANMF') return { type, data };
  const inner = chunksIn(data.subarray(16)).filter((chunk) => KEPT.has(chunk.type));
  return { type, data: Buffer.concat([data.subarray(0, 16), ...inner.map(written)]) };
}

function chunksIn(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > bytes.length) throw new Error('cut off');
    chunks.push({
      type: bytes.toString('latin1', at, at + 4),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function sizeOf(chunk: Chunk | undefined): { width: number; height: number } {
  if (chunk?.type === 'VP8X')
    return { width: 1 + chunk.data.readUIntLE(4, 3), height: 1 + chunk.data.readUIntLE(7, 3) };
  if (chunk?.type === 'VP8L' && chunk.data.readUInt8(0) === 0x2f) {
    const bits = chunk.data.readUInt32LE(1);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (chunk?.type === 'VP8 ' && chunk.data.readUIntBE(3, 3) === 0x9d012a)
    return { width: chunk.data.readUInt16LE(6) & 0x3fff, height: chunk.data.readUInt16LE(8) & 0x3fff };
  throw new Error('no picture');
}

function riff(chunks: readonly Chunk[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks.map(written)]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function written({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
