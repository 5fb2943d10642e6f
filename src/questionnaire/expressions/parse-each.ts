import { coded, type CodedText } from '../../common/coded-text.js';
import { BinaryOperand, type Const, type Operand, UnaryOperand } from 'survey-core';
import type { Aggregate } from './expression.js';

/** What `sumInArray` and its like are asked for. */
export interface EachParts {
  aggregate: Aggregate;
  source: Operand;
  column: string;
  returned: string;
  /** Text of the condition, or null for all rows. */
  condition: string | null;
}

const aggregates = new Map<string, Aggregate>([
  ['sumInArray', 'sum'],
  ['avgInArray', 'avg'],
  ['countInArray', 'count'],
  ['minInArray', 'min'],
  ['maxInArray', 'max'],
]);

/**
 * Sorts the arguments of a function over rows: the third is the column to return if it is a plain
 * text, else it and not the fourth is the condition. survey-core decides this while it evaluates; so
 * what would be known only then is refused.
 *
 * @returns null if the function is none of these
 */
export function readEach(name: string, args: readonly Operand[]): EachParts | { problem: CodedText } | null {
  const aggregate = aggregates.get(name);
  if (aggregate === undefined) return null;
  const [source, columnOperand, third, fourth] = args;
  const column = textOf(columnOperand);
  if (source === undefined || column === null || args.length > 4)
    return { problem: coded('expression.arguments_over_rows', { name }) };

  const returned = textOf(third);
  const returns = returned !== null && !/[{}><=!]/.test(returned);
  const condition = returns ? fourth : third;
  if (condition && condition.getType() !== 'const' && !isComparison(condition))
    return { problem: coded('expression.condition_over_rows', { name }) };
  return {
    aggregate,
    source,
    column,
    returned: returns ? returned : column,
    condition: condition ? textOf(condition) || condition.toString() : null,
  };
}

function textOf(operand: Operand | undefined): string | null {
  // A variable is a kind of constant there.
  const value: unknown = operand?.getType() === 'const' ? (operand as Const).evaluate() : null;
  return typeof value === 'string' ? value : null;
}

/** Whether the result is a boolean for sure; a text would be run as a condition of its own. */
function isComparison(operand: Operand | null): boolean {
  if (operand instanceof UnaryOperand) return true;
  if (!(operand instanceof BinaryOperand)) return false;
  if (!operand.isConjunction) return !operand.isArithmetic;
  return [operand.leftOperand, operand.rightOperand].every(isComparison);
}
