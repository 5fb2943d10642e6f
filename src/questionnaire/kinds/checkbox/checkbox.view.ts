import { ChoicesField } from '../../view/choice-fields.js';
import { offeredWithSpecials } from '../../view/offered-choices.js';
import { firstKey, type QuestionView } from '../../view/question-view.js';
import type { CheckboxQuestion } from './checkbox.plan.js';

export const checkboxView: QuestionView<CheckboxQuestion> = {
  Field: ChoicesField,
  controlKey: (question, _field, page) => firstKey(offeredWithSpecials(question, page)),
};
