import type { BinaryOperator, UnaryOperator, WallClock } from './expression.js';
import { alignDates } from './expression-dates.js';
import { asText, isEmpty, isEqual, isNumeric, sumOf, withDecimals } from './expression-values.js';

/**
 * SurveyJS' operators with all their manners, so that a condition decides here as it does there;
 * evaluate-expression.conformance.spec.ts holds both against each other.
 */

type Operation = (left: unknown, right: unknown, now: WallClock) => unknown;

export const unary: Record<UnaryOperator, (value: unknown) => boolean> = {
  empty: isEmpty,
  notempty: (value) => !isEmpty(value),
  negate: (value) => !value,
};

export const binary: Record<BinaryOperator, Operation> = {
  and: calculating((left, right) => left && right),
  or: calculating((left, right) => left || right),
  plus: calculating(add),
  minus: calculating((left, right) => withDecimals(Math.max, left, right, Number(left) - Number(right))),
  mul: calculating((left, right) =>
    withDecimals((one, other) => one + other, left, right, Number(left) * Number(right)),
  ),
  div: calculating((left, right) => (right ? Number(left) / Number(right) : null)),
  mod: calculating((left, right) => (right ? Number(left) % Number(right) : null)),
  power: calculating((left, right) => Number(left) ** Number(right)),
  equal,
  notequal: (left, right, now) => !equal(left, right, now),
  sameorder: (left, right, now) => equal(left, right, now, true),
  notsameorder: (left, right, now) => !equal(left, right, now, true),
  less: isLess,
  greater: isGreater,
  lessorequal: (left, right, now) => equal(left, right, now) || isLess(left, right, now),
  greaterorequal: (left, right, now) => equal(left, right, now) || isGreater(left, right, now),
  contains,
  notcontains: (left, right) => (!left && !isEmpty(right)) || contains(left, right, null, false),
  anyof: hasAnyOf,
  noneof: (left, right) => !hasAnyOf(left, right),
  allof: (left, right) => {
    if (!left && !isEmpty(right)) return false;
    return Array.isArray(right) ? right.every((item) => contains(left, item)) : contains(left, right);
  },
};

/** An empty side counts as what is nothing beside the other: 0, '' or []. */
function calculating(calculate: (left: unknown, right: unknown) => unknown): Operation {
  return (left, right) => {
    const first = neutral(left, right);
    return calculate(first, neutral(right, first));
  };
}

function neutral(value: unknown, other: unknown): unknown {
  if (!isEmpty(value)) return value;
  if (typeof other === 'number') return 0;
  if (typeof value === 'string') return value;
  if (typeof other === 'string') return '';
  return Array.isArray(other) ? [] : 0;
}

function add(left: unknown, right: unknown): unknown {
  if (isNumeric(left) && isNumeric(right)) {
    return typeof left === 'string' || typeof right === 'string'
      ? (left as string) + (right as string)
      : sumOf(left, right);
  }
  if (Array.isArray(left) && Array.isArray(right)) return [...(left as unknown[]), ...(right as unknown[])];
  if (Array.isArray(left) && typeof right === 'string') return left.join(', ') + right;
  if (Array.isArray(right) && typeof left === 'string') return left + right.join(', ');
  if (Array.isArray(left) && typeof right === 'number') return addAll(left, right);
  if (Array.isArray(right) && typeof left === 'number') return addAll(right, left);
  return (left as string) + (right as string);
}

function addAll(list: unknown[], start: number): unknown {
  const numbers = list.filter((item) => typeof item === 'number');
  return sumOf(numbers.reduce<unknown>(sumOf, 0), start);
}

function equal(left: unknown, right: unknown, now: WallClock, ordered = false): boolean {
  const [first, second] = alignDates(left, right, now);
  return isEqual(first, second, ordered);
}

function isLess(left: unknown, right: unknown, now: WallClock): boolean {
  if (isMissing(left) || isMissing(right)) return false;
  const [first, second] = alignDates(left, right, now) as [number, number];
  return first < second;
}

function isGreater(left: unknown, right: unknown, now: WallClock): boolean {
  if (isMissing(left) || isMissing(right)) return false;
  const [first, second] = alignDates(left, right, now) as [number, number];
  return first > second;
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Whether a list has the item (all of them, if it is a list) or a text has the part. */
function contains(left: unknown, right: unknown, _now?: unknown, wanted = true): boolean {
  if (Array.isArray(left) && left.length > 0) {
    const sought: unknown[] = Array.isArray(right) ? right : [right];
    return sought.every((item) => left.some((own) => isEqual(own, item))) === wanted;
  }
  if (Array.isArray(left)) return !wanted;
  // Nothing is in an empty text, and nothing is not in it either.
  if ((!left && left !== 0 && left !== false) || !right) return false;
  return asText(left).toLowerCase().includes(asText(right).toLowerCase()) === wanted;
}

function hasAnyOf(left: unknown, right: unknown): boolean {
  if (isEmpty(left)) return isEmpty(right);
  if (isEmpty(right)) return true;
  if (!Array.isArray(left)) return contains(right, left);
  if (!Array.isArray(right)) return contains(left, right);
  return right.some((item) => contains(left, item));
}
