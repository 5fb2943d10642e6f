import { choiceListProperties, compileChoiceList } from '../../compile/compile-choices.js';
import { singleChoiceKind } from '../choice-kinds.js';
import type { QuestionKind } from '../question-kind.js';
import { radiogroupEditor } from './radiogroup.editor.js';
import type { RadiogroupQuestion } from './radiogroup.plan.js';

export const radiogroupKind: QuestionKind<RadiogroupQuestion> = {
  ...singleChoiceKind,
  editor: radiogroupEditor,
  properties: choiceListProperties,
  compile: (node, basics, limits) => {
    return { kind: 'radiogroup', ...basics, ...compileChoiceList(node, limits.other), placeholder: null };
  },
  // A choice that can be taken back.
  isEnhanced: ({ required }) => !required,
};
