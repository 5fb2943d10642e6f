import type { QuestionView } from '../../view/question-view.js';
import { BooleanField } from './boolean.field.js';
import type { BooleanQuestion } from './boolean.plan.js';

export const booleanView: QuestionView<BooleanQuestion> = {
  Field: BooleanField,
  controlKey: ({ look }) => (look === 'checkbox' ? null : '0'),
};
