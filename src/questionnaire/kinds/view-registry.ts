import type { QuestionView } from '../view/question-view.js';
import { booleanView } from './boolean/boolean.view.js';
import { checkboxView } from './checkbox/checkbox.view.js';
import { commentView } from './comment/comment.view.js';
import { dropdownView } from './dropdown/dropdown.view.js';
import { expressionView } from './expression/expression.view.js';
import { imagePickerView } from './imagepicker/imagepicker.view.js';
import { matrixView } from './matrix/matrix.view.js';
import { cellMatrixView } from './matrixdropdown/matrixdropdown.view.js';
import { multipleTextView } from './multipletext/multipletext.view.js';
import { radiogroupView } from './radiogroup/radiogroup.view.js';
import { rankingView } from './ranking/ranking.view.js';
import { ratingView } from './rating/rating.view.js';
import { tagboxView } from './tagbox/tagbox.view.js';
import { textView } from './text/text.view.js';
import type { PlanQuestion } from './registry.js';

/** How each kind is drawn. Apart from `registry.ts`, as fields draw texts with answers of any other kind. */
const questionViews: {
  [Kind in PlanQuestion['kind']]: QuestionView<Extract<PlanQuestion, { kind: Kind }>>;
} = {
  text: textView,
  comment: commentView,
  radiogroup: radiogroupView,
  dropdown: dropdownView,
  checkbox: checkboxView,
  tagbox: tagboxView,
  imagepicker: imagePickerView,
  ranking: rankingView,
  boolean: booleanView,
  rating: ratingView,
  matrix: matrixView,
  matrixdropdown: cellMatrixView,
  multipletext: multipleTextView,
  expression: expressionView,
};

export function viewOf<Question extends PlanQuestion>(question: Question): QuestionView<Question> {
  // A question's kind is the key of what draws it; the compiler loses that over a union.
  return questionViews[question.kind] as unknown as QuestionView<Question>;
}
