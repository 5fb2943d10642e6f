import { compileMultipleChoice, multipleChoiceProperties } from '../../compile/compile-lists.js';
import { multipleChoiceKind } from '../choice-kinds.js';
import { mostSelected } from '../../view/hint-rules.js';
import type { QuestionKind } from '../question-kind.js';
import { checkboxEditor } from './checkbox.editor.js';
import type { CheckboxQuestion } from './checkbox.plan.js';

export const checkboxKind: QuestionKind<CheckboxQuestion> = {
  ...multipleChoiceKind,
  editor: checkboxEditor,
  properties: multipleChoiceProperties,
  compile: (node, basics, limits) => compileMultipleChoice(node, basics, 'checkbox', limits.other),
  // Boxes that exclude the others, or choose them all, and a number of boxes to keep to.
  isEnhanced: (question) =>
    question.none !== null || question.selectAll !== null || mostSelected(question) !== null,
};
