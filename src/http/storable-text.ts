import type { Problem } from '../common/errors.js';

/**
 * The first text in a JSON value that Postgres cannot hold (a NUL character or half a surrogate pair),
 * or null if all can be stored.
 */
export function storableText(value: unknown, path = ''): Problem | null {
  if (typeof value === 'string') {
    return /\0|\p{Surrogate}/u.test(value)
      ? { path: path || 'body', message: 'contains a character that cannot be stored' }
      : null;
  }
  if (typeof value !== 'object' || value === null) return null;

  for (const [key, part] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    const problem = storableText(key, here) ?? storableText(part, here);
    if (problem) return problem;
  }
  return null;
}
