import { crc32, inflateSync } from 'node:zlib';
import { type Cleaned, type IsTooWide, orientationIn, tiffWithOrientation } from './image-orientation.js';

/** What draws the picture (PNG, third edition): pixels, palette, transparency, colour, resolution, animation. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
);
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** First column and row, and step, of each pass of an interlaced picture. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** @throws Error where it is no whole PNG */
export function cleanPng(bytes: Buffer, isTooWide: IsTooWide): Cleaned {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  const pixels: Buffer[] = [];
  let header: Buffer | null = null;
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const end = at + 12 + length;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new Error('wrong sum');
    if ((header === null) !== (type === 'IHDR')) throw new Error('the header comes first, and once');
    if (type === 'IHDR') {
      header = data;
      if (isTooWide(data.readUInt32BE(0), data.readUInt32BE(4))) return 'pixels';
    }
    if (type === 'IDAT') pixels.push(data);
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'eXIf' && orientationIn(data) > 1)
      kept.push(chunk('eXIf', tiffWithOrientation(orientationIn(data))));
    at = end;
    if (type === 'IEND') break;
  }
  if (!header) throw new Error('no header');
  const size = rawSize(header);
  const raw = inflateSync(Buffer.concat(pixels), { maxOutputLength: size + 1 });
  if (raw.length !== size) throw new Error('other pixels than announced');
  return { bytes: Buffer.concat(kept), width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
}

/** How many bytes the pixels unpack to: each row begins with its filter. */
function rawSize(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = header.readUInt8(8) * (CHANNELS[header.readUInt8(9)] ?? NaN);
  const area = (columns: number, rows: number) =>
    columns > 0 && rows > 0 ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0;
  if (header.readUInt8(12) === 0) return area(width, height);
  return PASSES.reduce(
    (sum, [x, y, dx, dy]) => sum + area(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const made = Buffer.alloc(12 + data.length);
  made.writeUInt32BE(data.length, 0);
  made.write(type, 4, 'latin1');
  data.copy(made, 8);
  made.writeUInt32BE(crc32(made.subarray(4, 8 + data.length)), 8 + data.length);
  return made;
}
