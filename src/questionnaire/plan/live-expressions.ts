import { namesIn, type Expression } from '../expressions/expression.js';

/** Whether an expression may come to something else while the page is open. */
export function isLive(expression: Expression | null, live: ReadonlySet<string>): boolean {
  return expression !== null && namesIn(expression).some((root) => reads(root, live));
}

/** Names are found in any case, and `a` may be the beginning of the name `a.b`; see `Path`. */
export function reads(root: string, names: Iterable<string>): boolean {
  const wanted = root.toLowerCase();
  for (const name of names) {
    const known = name.toLowerCase();
    if (known === wanted || known.startsWith(`${wanted}.`)) return true;
  }
  return false;
}
