import type { LocalizedText } from '../../../common/locale.js';
import type { Choice, ChoiceList } from '../../plan/plan-choices.js';
import type { QuestionBasics, Validator } from '../../plan/question-basics.js';
import type { TextRules } from '../../plan/text-rules.js';
import type { RatingQuestion } from '../rating/rating.plan.js';

/** Rows of cells: the answer is an object from row to an object from column name to the cell's answer. */
export interface CellMatrixQuestion extends QuestionBasics {
  kind: 'matrixdropdown';
  rows: Choice[];
  rowOrder: 'initial' | 'random';
  columns: CellColumn[];
}

export interface CellBasics {
  name: string;
  title: LocalizedText;
  required: boolean;
  requiredText: LocalizedText | null;
  validators: Validator[];
}

/** One column of cells, each a small question of its own. */
export type CellColumn =
  | (CellBasics & {
      kind: 'dropdown' | 'radiogroup' | 'checkbox';
      choices: Choice[];
      order: ChoiceList['order'];
    })
  | (CellBasics & { kind: 'boolean'; labelTrue: LocalizedText | null; labelFalse: LocalizedText | null })
  | (CellBasics & { kind: 'rating'; values: RatingQuestion['values'] })
  | (CellBasics & { kind: 'comment'; maxLength: number })
  | (CellBasics & { kind: 'text' } & TextRules);
