import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { OwnWords } from './letters.service.js';

const words = z.tuple([z.string().max(300).nullable(), z.string().max(30_000).nullable()]);

/**
 * A wave's own words packed into an address, so that the frame that shows a letter can be fetched
 * before there is a wave: deflated JSON in base64url.
 */
export function packWords({ subject, body }: OwnWords): string {
  return deflateRawSync(JSON.stringify([subject, body])).toString('base64url');
}

/** What `packWords` packed; no own words for anything else. */
export function unpackWords(packed: unknown): OwnWords {
  if (typeof packed !== 'string') return { subject: null, body: null };
  try {
    const json = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 200_000 }).toString();
    const [subject, body] = words.parse(JSON.parse(json));
    return { subject, body };
  } catch {
    return { subject: null, body: null };
  }
}
