/**
 * An address as the URL standard reads it, or null if it is not one. `URL.canParse` of Node 20 is not asked:
 * once it is compiled it refuses every text with a letter such as `ä` (its fast path takes Latin-1 for
 * UTF-8).
 *
 * @param base what a relative address is relative to
 */
export function parsedUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
