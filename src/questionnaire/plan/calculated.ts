import type { Expression } from '../expressions/expression.js';

/** A question whose answer is calculated and never typed. */
export interface CalculatedQuestion {
  expression: Expression;
}

export function isCalculated<Question extends object>(
  question: Question,
): question is Extract<Question, CalculatedQuestion> {
  return 'expression' in question;
}
