import { cleanGif } from './clean-gif.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';
import { cleanWebp } from './clean-webp.js';
import { type ImageKind, imageKindOf, LARGEST_IMAGE } from './image-kind.js';

/** A picture without anything but what is seen: no place, time, camera, comment, preview or data behind its end. */
export interface CleanImage {
  kind: ImageKind;
  bytes: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** Why a file is not taken: no picture of these kinds, too many bytes or pixels, or not what its header says. */
export type ImageProblem = 'kind' | 'large' | 'pixels' | 'damaged';

/** Pixels; what phones can show without running out of memory. */
const LONGEST_SIDE = 6_000;
const MAX_PIXELS = 24_000_000;

const cleaners = {
  'image/png': cleanPng,
  'image/jpeg': cleanJpeg,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
};

/** Reads a picture through to its end and keeps what belongs to the picture; how it is turned survives. */
export function cleanImage(bytes: Buffer): CleanImage | ImageProblem {
  const kind = imageKindOf(bytes);
  if (kind === null) return 'kind';
  if (bytes.length > LARGEST_IMAGE) return 'large';
  const isTooWide = (width: number, height: number) =>
    Math.max(width, height) > LONGEST_SIDE || width * height > MAX_PIXELS;
  try {
    const read = cleaners[kind](bytes, isTooWide);
    if (read === 'pixels') return 'pixels';
    return read.width > 0 && read.height > 0 ? { kind, ...read } : 'damaged';
  } catch {
    // A length that leads out of the file, or data that do not unpack.
    return 'damaged';
  }
}
