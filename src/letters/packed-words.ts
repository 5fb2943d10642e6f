import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { locales } from '../common/locale.js';
import type { WaveWords } from './wave-words.js';

const words = z.partialRecord(
  z.enum(locales),
  z.object({
    subject: z.string().max(300).exactOptional(),
    body: z.string().max(30_000).exactOptional(),
    preview: z.string().max(300).exactOptional(),
  }),
);

/**
 * A wave's own words packed into an address, so that the frame that shows a letter can be fetched
 * before there is a wave: deflated JSON in base64url.
 */
export function packWords(own: WaveWords): string {
  return deflateRawSync(JSON.stringify(own)).toString('base64url');
}

/** What `packWords` packed; no own words for anything else. */
export function unpackWords(packed: unknown): WaveWords {
  if (typeof packed !== 'string') return {};
  try {
    const json = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 200_000 }).toString();
    return words.parse(JSON.parse(json));
  } catch {
    return {};
  }
}
