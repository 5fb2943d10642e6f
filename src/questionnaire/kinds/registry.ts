import { booleanKind } from './boolean/boolean.kind.js';
import { checkboxKind } from './checkbox/checkbox.kind.js';
import { commentKind } from './comment/comment.kind.js';
import { dropdownKind } from './dropdown/dropdown.kind.js';
import { expressionKind } from './expression/expression.kind.js';
import { imagePickerKind } from './imagepicker/imagepicker.kind.js';
import { cellMatrixKind } from './matrixdropdown/matrixdropdown.kind.js';
import { matrixKind } from './matrix/matrix.kind.js';
import { multipleTextKind } from './multipletext/multipletext.kind.js';
import type { QuestionKind } from './question-kind.js';
import { radiogroupKind } from './radiogroup/radiogroup.kind.js';
import { rankingKind } from './ranking/ranking.kind.js';
import { ratingKind } from './rating/rating.kind.js';
import { tagboxKind } from './tagbox/tagbox.kind.js';
import { textKind } from './text/text.kind.js';

/** What we can ask, by SurveyJS type. */
export const questionKinds = {
  text: textKind,
  comment: commentKind,
  radiogroup: radiogroupKind,
  dropdown: dropdownKind,
  checkbox: checkboxKind,
  tagbox: tagboxKind,
  imagepicker: imagePickerKind,
  ranking: rankingKind,
  boolean: booleanKind,
  rating: ratingKind,
  matrix: matrixKind,
  matrixdropdown: cellMatrixKind,
  multipletext: multipleTextKind,
  expression: expressionKind,
};

type Kinds = typeof questionKinds;

/** What people are asked; told apart by `kind`. */
export type PlanQuestion = {
  [Kind in keyof Kinds]: Kinds[Kind] extends QuestionKind<infer Question> ? Question : never;
}[keyof Kinds];

/** All that is particular about the kind of a question. */
export function kindOf<Question extends PlanQuestion>(question: Question): QuestionKind<Question> {
  // A question's kind is the key of what handles it; the compiler loses that over a union.
  return questionKinds[question.kind] as unknown as QuestionKind<Question>;
}

/** The kind of this SurveyJS type, null if there is none. */
export function kindByType(type: string): Kinds[keyof Kinds] | null {
  return Object.hasOwn(questionKinds, type) ? questionKinds[type as keyof Kinds] : null;
}
