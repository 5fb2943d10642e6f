import type { LocalizedText } from '../../../common/locale.js';
import type { Expression } from '../../expressions/expression.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

/** A value that is calculated and shown; stored as an answer, never typed. */
export interface ExpressionQuestion extends QuestionBasics {
  kind: 'expression';
  expression: Expression;
  format: LocalizedText | null;
  display: 'none' | 'decimal' | 'percent' | 'date' | 'currency';
  currency: string;
  /** −1: as many as the locale has. */
  maximumFractionDigits: number;
  minimumFractionDigits: number;
}
