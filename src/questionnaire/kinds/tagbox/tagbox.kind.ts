import { compileMultipleChoice, multipleChoiceProperties } from '../../compile/compile-lists.js';
import { multipleChoiceKind } from '../choice-kinds.js';
import type { QuestionKind } from '../question-kind.js';
import { tagboxEditor } from './tagbox.editor.js';
import type { TagboxQuestion } from './tagbox.plan.js';

export const tagboxKind: QuestionKind<TagboxQuestion> = {
  ...multipleChoiceKind,
  editor: tagboxEditor,
  properties: [...multipleChoiceProperties, 'placeholder'],
  compile: (node, basics, limits) => compileMultipleChoice(node, basics, 'tagbox', limits.other),
  // A list to search.
  isEnhanced: () => true,
};
