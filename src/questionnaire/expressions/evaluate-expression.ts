import type { EachExpression, Expression, Path, WallClock } from './expression.js';
import { aggregate, cellOf, functions } from './expression-functions.js';
import { binary, unary } from './expression-operators.js';
import { isEmpty, isRecord, readValue } from './expression-values.js';
import { valueAt } from './value-at-path.js';

/**
 * Value of a question, variable or row by its name: undefined for a question that is not answered, null
 * for what does not exist. Values are plain JSON.
 */
export type ValueOf = (name: string) => unknown;

type Read = (path: Path) => unknown;

/**
 * What an expression comes to, as survey-core has it. A Date among results carries the wall clock in
 * its UTC fields (see expression-dates.ts).
 *
 * Runs on the server and in browsers. Never throws: what cannot be calculated, such as a text to many
 * decimals, is null.
 */
export function evaluate(expression: Expression, valueOf: ValueOf, now: WallClock): unknown {
  try {
    return run(expression, (path) => readPath(path, valueOf), now);
  } catch {
    return null;
  }
}

/** Whether a condition is met. Not all that JavaScript takes for true is: 1 is, 2 and texts are not. */
export function isTrue(condition: Expression, valueOf: ValueOf, now: WallClock): boolean {
  return isYes(evaluate(condition, valueOf, now));
}

/** JavaScript's `== true`, for objects false. */
function isYes(value: unknown): boolean {
  return !isRecord(value) && value == true;
}

function run(expression: Expression, read: Read, now: WallClock): unknown {
  if (expression === null || typeof expression !== 'object') return expression;
  const value = (part: Expression): unknown => run(part, read, now);
  switch (expression[0]) {
    case 'value':
      return expression[1];
    case 'get':
      return readValue(read(pathOf(expression)));
    case 'raw':
      return read(pathOf(expression));
    case 'list':
      return expression.slice(1).map(value);
    case 'call':
      return functions[expression[1]](expression.slice(2).map(value), now);
    case 'each':
      return runEach(expression, read, now);
    case 'empty':
    case 'notempty':
    case 'negate':
      return unary[expression[0]](value(expression[1]));
    default:
      return binary[expression[0]](value(expression[1]), value(expression[2]), now);
  }
}

function pathOf(expression: readonly ['get' | 'raw', ...Path]): Path {
  return expression.slice(1) as unknown as Path;
}

/** A deeper value that is not there is null, its length 0. */
function readPath(path: Path, valueOf: ValueOf): unknown {
  const [name, ...steps] = path;
  const value = valueAt(valueOf(name), steps);
  if (steps.length === 0 || value !== undefined) return value;
  return steps[steps.length - 1] === 'length' ? 0 : null;
}

function runEach([, kind, source, column, returned, condition]: EachExpression, read: Read, now: WallClock) {
  const table = run(source, read, now);
  const rows = typeof table === 'object' && table !== null ? Object.values(table) : [];
  const counted = rows.filter(isRecord).filter((row) => {
    const readRow = (path: Path): unknown => valueAt(row, path) ?? read(path);
    return !isEmpty(cellOf(row, column)) && isYes(run(condition, readRow, now));
  });
  return aggregate(kind, counted, column, returned);
}
