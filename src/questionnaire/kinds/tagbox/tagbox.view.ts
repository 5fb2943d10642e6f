import { TagboxField } from '../../view/choice-fields.js';
import { offeredWithSpecials } from '../../view/offered-choices.js';
import { firstKey, type QuestionView } from '../../view/question-view.js';
import type { TagboxQuestion } from './tagbox.plan.js';

export const tagboxView: QuestionView<TagboxQuestion> = {
  Field: TagboxField,
  controlKey: (question, _field, page) => firstKey(offeredWithSpecials(question, page)),
};
