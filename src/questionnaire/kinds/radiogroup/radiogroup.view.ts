import { ChoicesField } from '../../view/choice-fields.js';
import { offeredWithSpecials } from '../../view/offered-choices.js';
import { firstKey, type QuestionView } from '../../view/question-view.js';
import type { RadiogroupQuestion } from './radiogroup.plan.js';

export const radiogroupView: QuestionView<RadiogroupQuestion> = {
  Field: ChoicesField,
  controlKey: (question, _field, page) => firstKey(offeredWithSpecials(question, page)),
};
