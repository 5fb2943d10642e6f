import type { Choice } from '../../plan/plan-choices.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

/** One choice per row out of the same columns; the answer is an object from row to column value. */
export interface MatrixQuestion extends QuestionBasics {
  kind: 'matrix';
  columns: Choice[];
  rows: Choice[];
  rowOrder: 'initial' | 'random';
  /** True: no row may be left out. `required` alone asks for at least one row. */
  everyRowRequired: boolean;
  /** True: no column may be chosen twice. */
  eachColumnOnce: boolean;
}
