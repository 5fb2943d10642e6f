import { offered } from '../../view/offered-choices.js';
import { firstKey, type QuestionView } from '../../view/question-view.js';
import { ImagePickerField } from './imagepicker.field.js';
import type { ImagePickerQuestion } from './imagepicker.plan.js';

export const imagePickerView: QuestionView<ImagePickerQuestion> = {
  Field: ImagePickerField,
  controlKey: (question, _field, page) => firstKey(offered(question.choices, question.order, question, page)),
};
