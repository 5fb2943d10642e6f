import { type Cleaned, type IsTooWide, orientationIn, tiffWithOrientation } from './image-orientation.js';

const START_OF_SCAN = 0xda;
const END = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;

/**
 * Keeps the segments that draw the picture (ITU-T T.81 annex B), the JFIF header without its preview, the
 * colour profile and Adobe's note on the colour space.
 *
 * @throws Error where it is no whole JPEG
 */
export function cleanJpeg(bytes: Buffer, isTooWide: IsTooWide): Cleaned {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) throw new Error('no marker');
    while (bytes.readUInt8(at + 1) === 0xff) at += 1;
    const marker = bytes.readUInt8(at + 1);
    if (marker === END) break;
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new Error('cut off');
    const data = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      size = { height: data.readUInt16BE(1), width: data.readUInt16BE(3) };
      if (isTooWide(size.width, size.height)) return 'pixels';
    }
    if (marker === APP1 && data.toString('latin1', 0, 6) === 'Exif\0\0')
      orientation = orientationIn(data.subarray(6));
    const segment = keptSegment(marker, data, bytes.subarray(at, end));
    if (segment) kept.push(segment);
    at = end;
    if (marker !== START_OF_SCAN) continue;
    scans += 1;
    const scanEnd = endOfScan(bytes, at);
    if (scanEnd === at) throw new Error('an empty scan');
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
  if (!size || scans === 0) throw new Error('no picture');
  if (orientation > 1) kept.splice(1, 0, exifSegment(orientation));
  return { bytes: Buffer.concat([...kept, Buffer.from([0xff, END])]), ...size };
}

/** SOF0 to SOF15; three numbers among them mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function keptSegment(marker: number, data: Buffer, whole: Buffer): Buffer | null {
  const begins = (word: string) => data.toString('latin1', 0, word.length) === word;
  if (marker === APP0) return begins('JFIF\0') && data.length >= 14 ? withoutPreview(data) : null;
  if (marker === 0xe2) return begins('ICC_PROFILE\0') ? whole : null;
  if (marker === 0xee) return begins('Adobe') ? whole : null;
  const isNote = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
  return isNote ? null : whole;
}

function withoutPreview(data: Buffer): Buffer {
  const made = Buffer.alloc(18);
  made.writeUInt16BE(0xff00 + APP0, 0);
  made.writeUInt16BE(16, 2);
  data.copy(made, 4, 0, 12);
  return made;
}

function exifSegment(orientation: number): Buffer {
  const tiff = tiffWithOrientation(orientation);
  const made = Buffer.alloc(10);
  made.writeUInt16BE(0xff00 + APP1, 0);
  made.writeUInt16BE(8 + tiff.length, 2);
  made.write('Exif\0\0', 4, 'latin1');
  return Buffer.concat([made, tiff]);
}

/** Where packed pixels end: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new Error('cut off');
}
