/** Content types of pictures that every browser shows. */
export type ImageKind = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

export const LARGEST_IMAGE = 1_000_000;

/** What a file is by its first bytes, whatever it is called; null for all that is no picture of these kinds. */
export function imageKindOf(bytes: Buffer): ImageKind | null {
  const starts = (signature: number[], at = 0) =>
    signature.every((byte, index) => bytes[at + index] === byte);
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg';
  const words = bytes.subarray(0, 12).toString('latin1');
  if (words.startsWith('GIF87a') || words.startsWith('GIF89a')) return 'image/gif';
  return words.startsWith('RIFF') && words.slice(8) === 'WEBP' ? 'image/webp' : null;
}
