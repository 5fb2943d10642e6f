import { singleChoiceKind } from '../choice-kinds.js';
import type { QuestionKind } from '../question-kind.js';
import { dropdownEditor } from './dropdown.editor.js';
import type { DropdownQuestion } from './dropdown.plan.js';

export const dropdownKind: QuestionKind<DropdownQuestion> = { ...singleChoiceKind, editor: dropdownEditor };
