import { type Problem, problem } from '../../common/errors.js';

/** SQLSTATEs of a NUL in a text and of `\\u0000` in JSON: what we were sent is wrong, not the server. */
const UNSTORABLE = ['22021', '22P05'];

/** Whether Postgres turned a text away because it cannot hold it; for what no schema checked before. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof Error && UNSTORABLE.includes(String((error as { code?: unknown }).code));
}

/**
 * The first text in a JSON value that Postgres cannot hold (a NUL character or half a surrogate pair),
 * or null if all can be stored.
 */
export function storableText(value: unknown, path = ''): Problem | null {
  if (typeof value === 'string') {
    return /\0|\p{Surrogate}/u.test(value) ? problem(path || 'body', 'field.unstorable') : null;
  }
  if (typeof value !== 'object' || value === null) return null;

  for (const [key, part] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    const found = storableText(key, here) ?? storableText(part, here);
    if (found) return found;
  }
  return null;
}
