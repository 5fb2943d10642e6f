import type { LocalizedText } from '../../common/locale.js';
import type { ChoiceList } from './plan-choices.js';
import type { QuestionBasics } from './question-basics.js';

/** Exactly one of a list. */
export interface SingleChoiceQuestion<Kind extends string = 'radiogroup' | 'dropdown'>
  extends QuestionBasics, ChoiceList {
  kind: Kind;
  placeholder: LocalizedText | null;
}

/** Any number of a list, within bounds. */
export interface MultipleChoiceQuestion<Kind extends string = 'checkbox' | 'tagbox'>
  extends QuestionBasics, ChoiceList {
  kind: Kind;
  minSelected: number | null;
  maxSelected: number | null;
  /** Text of the box that chooses everything; needs a script, and is never part of an answer. */
  selectAll: LocalizedText | null;
}
