import type { Cleaned, IsTooWide } from './image-orientation.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Keeps the frames, their control blocks and how often they repeat (GIF89a). @throws Error where it is no whole GIF */
export function cleanGif(bytes: Buffer, isTooWide: IsTooWide): Cleaned {
  const width = bytes.readUInt16LE(6);
  const height = bytes.readUInt16LE(8);
  if (isTooWide(width, height)) return 'pixels';
  let at = 13 + paletteSize(bytes.readUInt8(10));
  const kept: Buffer[] = [bytes.subarray(0, at)];
  let frames = 0;
  for (;;) {
    const kind = bytes.readUInt8(at);
    if (kind === TRAILER) break;
    let end: number;
    if (kind === IMAGE) {
      frames += 1;
      const data = at + 10 + paletteSize(bytes.readUInt8(at + 9)) + 1;
      end = endOfBlocks(bytes, data);
      if (end === data + 1) throw new Error('an empty frame');
      if (isTooWide(bytes.readUInt16LE(at + 5), bytes.readUInt16LE(at + 7))) return 'pixels';
    } else if (kind === EXTENSION) end = endOfBlocks(bytes, at + 2);
    else throw new Error('no block');
    if (kind === IMAGE || isNeeded(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (frames === 0) throw new Error('no picture');
  return { bytes: Buffer.concat([...kept, Buffer.from([TRAILER])]), width, height };
}

function paletteSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where a chain of sub-blocks ends, its empty one included. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += 1 + length;
  return at + 1;
}

function isNeeded(bytes: Buffer, at: number): boolean {
  const label = bytes.readUInt8(at + 1);
  const application = bytes.toString('latin1', at + 3, at + 14);
  return (
    label === GRAPHIC_CONTROL ||
    (label === APPLICATION && ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(application))
  );
}
