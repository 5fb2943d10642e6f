import { choiceListProperties, compileChoiceList } from '../../compile/compile-choices.js';
import { singleChoiceKind } from '../choice-kinds.js';
import type { QuestionKind } from '../question-kind.js';
import { dropdownEditor } from './dropdown.editor.js';
import type { DropdownQuestion } from './dropdown.plan.js';

export const dropdownKind: QuestionKind<DropdownQuestion> = {
  ...singleChoiceKind,
  editor: dropdownEditor,
  properties: [...choiceListProperties, 'placeholder'],
  compile: (node, basics, limits) => {
    const placeholder = node.text('placeholder');
    return { kind: 'dropdown', ...basics, ...compileChoiceList(node, limits.other), placeholder };
  },
};
