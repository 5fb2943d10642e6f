import type { QuestionView } from '../../view/question-view.js';
import { DropdownField } from '../../view/choice-fields.js';
import type { DropdownQuestion } from './dropdown.plan.js';

export const dropdownView: QuestionView<DropdownQuestion> = { Field: DropdownField };
