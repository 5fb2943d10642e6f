import { namesIn, type Expression } from '../expressions/expression.js';
import { reads } from './live-expressions.js';

/** Names in lower case that some conditions read, and those that calculations among them read in turn. */
export function namesReadIn(
  conditions: readonly (Expression | null)[],
  wanted: readonly string[],
  derived: readonly { name: string; expression: Expression }[],
): ReadonlySet<string> {
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  const add = (expression: Expression | null): void => {
    for (const name of expression === null ? [] : namesIn(expression)) names.add(name.toLowerCase());
  };
  conditions.forEach(add);
  let before = -1;
  while (before !== names.size) {
    before = names.size;
    for (const { name, expression } of derived) {
      if ([...names].some((read) => reads(read, [name]))) add(expression);
    }
  }
  return names;
}

/** The keys in lower case that are read under a name, for example the person's attributes. */
export function stepsUnder(name: string, expressions: readonly (Expression | null)[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (expression: unknown): void => {
    if (!Array.isArray(expression)) return;
    const [kind, ...parts] = expression as unknown[];
    const isPath = kind === 'get' || kind === 'raw';
    if (isPath && String(parts[0]).toLowerCase() === name) found.add(String(parts[1]).toLowerCase());
    if (!isPath) parts.forEach(look);
  };
  expressions.forEach(look);
  return found;
}
