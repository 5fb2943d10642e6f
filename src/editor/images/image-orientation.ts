/** What a cleaner of one kind gives: the pixels' size and the bytes that remain, or that they are too many. */
export type Cleaned = { bytes: Buffer; width: number; height: number } | 'pixels';
export type IsTooWide = (width: number, height: number) => boolean;

const ORIENTATION = 0x0112;
const SHORT = 3;

/** How a picture is turned (1 to 8), from its Exif data in TIFF form; 1 where that does not say. */
export function orientationIn(tiff: Buffer): number {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let entry = 0; entry < short(first); entry += 1) {
      const at = first + 2 + entry * 12;
      if (short(at) !== ORIENTATION) continue;
      const value = short(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // Cut off: it says nothing.
  }
  return 1;
}

/** Exif data in TIFF form that say nothing but how a picture is turned (Exif 2.32 section 4.6). */
export function tiffWithOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
