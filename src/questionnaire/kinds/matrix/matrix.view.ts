import { fieldOf } from '../../answers/read/answer-fields.js';
import { always, offered } from '../../view/offered-choices.js';
import { firstKey, type QuestionView } from '../../view/question-view.js';
import { MatrixField } from './matrix.field.js';
import type { MatrixQuestion } from './matrix.plan.js';

export const matrixView: QuestionView<MatrixQuestion> = {
  Field: MatrixField,
  controlKey(question, field, page) {
    const rows = offered(question.rows, question.rowOrder, question, page);
    const row = rows.find(({ choice }) => fieldOf(question, choice.value) === field)?.key ?? firstKey(rows);
    return `${row}-${firstKey(always(question.columns))}`;
  },
  titlesOf(question, field) {
    const row = question.rows.find(({ value }) => fieldOf(question, value) === field);
    return [row?.text ?? question.title];
  },
};
