import { fieldOf } from '../../answers/read/answer-fields.js';
import type { QuestionView } from '../../view/question-view.js';
import { MultipleTextField } from './multipletext.field.js';
import type { MultipleTextQuestion } from './multipletext.plan.js';

export const multipleTextView: QuestionView<MultipleTextQuestion> = {
  Field: MultipleTextField,
  controlKey(question, field) {
    const item = question.items.findIndex(({ name }) => fieldOf(question, name) === field);
    return String(Math.max(0, item));
  },
  titlesOf(question, field) {
    const item = question.items.find(({ name }) => fieldOf(question, name) === field);
    return [item?.title ?? question.title];
  },
};
