import { evaluate, isTrue, type ValueOf } from './evaluate-expression.js';
import type { Expression, WallClock } from './expression.js';

/** The values that expressions are evaluated with. `values` may grow during evaluation. */
export interface EvaluationContext {
  values: Map<string, unknown>;
  valueOf: ValueOf;
  now: WallClock;
}

/** Names that only one place knows, in lower case: `self` for the answer that is checked, `row` for the cells beside it. */
export type LocalNames = Readonly<Record<string, unknown>>;

export function evaluateIn(
  context: EvaluationContext,
  expression: Expression,
  local: LocalNames = {},
): unknown {
  return evaluate(expression, withLocal(context.valueOf, local), context.now);
}

export function holds(context: EvaluationContext, condition: Expression, local: LocalNames = {}): boolean {
  return isTrue(condition, withLocal(context.valueOf, local), context.now);
}

function withLocal(valueOf: ValueOf, local: LocalNames): ValueOf {
  return (name) => {
    const key = name.toLowerCase();
    return Object.hasOwn(local, key) ? local[key] : valueOf(name);
  };
}
