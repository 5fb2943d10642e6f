import { fieldOf } from '../../answers/read/answer-fields.js';
import { offered } from '../../view/offered-choices.js';
import { firstKey, type QuestionView } from '../../view/question-view.js';
import { CellMatrixField } from './matrixdropdown.field.js';
import type { CellMatrixQuestion } from './matrixdropdown.plan.js';

export const cellMatrixView: QuestionView<CellMatrixQuestion> = {
  Field: CellMatrixField,
  controlKey(question, field, page) {
    const rows = offered(question.rows, question.rowOrder, question, page);
    const row = rows.find(({ choice }) => field.startsWith(`${fieldOf(question, choice.value)}.`));
    const column = question.columns.findIndex(
      ({ name }) => row && field === fieldOf(question, row.choice.value, name),
    );
    const index = Math.max(0, column);
    const kind = question.columns[index]?.kind;
    const isGroup = kind !== 'dropdown' && kind !== 'text' && kind !== 'comment';
    return `${row?.key ?? firstKey(rows)}-${index}${isGroup ? '-0' : ''}`;
  },
  titlesOf(question, field) {
    const row = question.rows.find(({ value }) => field.startsWith(`${fieldOf(question, value)}.`));
    const column = question.columns.find(({ name }) => row && fieldOf(question, row.value, name) === field);
    return row && column ? [row.text, column.title] : [question.title];
  },
};
