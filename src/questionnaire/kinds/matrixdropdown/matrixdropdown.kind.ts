import { keysIn } from '../../compile/keys-in.js';
import { rowProperties } from '../matrix/matrix.compile.js';
import { compileCellMatrix } from './matrixdropdown.compile.js';
import { entriesOf, fieldEntry, fieldOf, written } from '../../answers/read/answer-fields.js';
import { answerMessages } from '../../answers/answer-messages.js';
import { placeOf } from '../../answers/show/answer-places.js';
import { partsText, rowsText } from '../../answers/show/answer-words.js';
import type { AnswerValue } from '../../answers/answers.js';
import type { Checking } from '../../answers/check/checking.js';
import { isUnavailable, offeredRows } from '../../answers/state/offers.js';
import { fault, partError } from '../../answers/check/part-error.js';
import { record } from '../../answers/read/read-parts.js';
import type { Fault } from '../../answers/read/reading.js';
import { partsOf, type Reading } from '../../browser/browser-readings.js';
import { isRecord } from '../../expressions/expression-values.js';
import type { QuestionKind } from '../question-kind.js';
import { cellKindOf } from './cell-kinds.js';
import { cellMatrixEditor } from './matrixdropdown.editor.js';
import type { CellMatrixQuestion } from './matrixdropdown.plan.js';

export const cellMatrixKind: QuestionKind<CellMatrixQuestion> = {
  editor: cellMatrixEditor,
  properties: [...rowProperties, 'columns', 'choices', 'cellType', 'placeholder'],
  compile: (node, basics, limits) => compileCellMatrix(node, basics, limits.text),
  partNames: ({ rows, columns }) =>
    keysIn(rows).flatMap((row) => [row, ...keysIn(columns).map((column) => `${row}.${column}`)]),
  shape: () => 'rows',
  read(question, form, locale) {
    const rows = question.rows.map(({ value }) =>
      record(
        String(value),
        question.columns.map((column) => {
          const field = fieldOf(question, value, column.name);
          return { key: column.name, field, reading: cellKindOf(column).read(column, form, field, locale) };
        }),
      ),
    );
    const filled = rows.flatMap(({ values }) => values);
    return {
      values: filled.length > 0 ? [[question.name, Object.fromEntries(filled) as AnswerValue]] : [],
      faults: rows.flatMap(({ faults }) => faults),
    };
  },
  form: (question, answer, locale) =>
    entriesOf(answer).flatMap(([row, cells]) => {
      const given = new Map(entriesOf(cells));
      return question.columns.flatMap(({ name, kind }) => {
        const cell = given.get(name);
        return fieldEntry(fieldOf(question, row, name), kind === 'text' ? written(cell, locale) : cell);
      });
    }),
  missing: (_question, { fillInOne }) => fillInOne,
  faults: cellFaults,
  display: ({ rows, columns }, answer, locale) =>
    rowsText(answer, rows, locale, (cells) =>
      partsText(cells, (name, cell) => {
        const column = columns.find((one) => one.name === name);
        return column ? cellKindOf(column).display(column, cell, locale) : '';
      }),
    ),
  displayPart({ rows, columns }, answer, within, locale) {
    const row = rows.find(({ value }) => within.startsWith(`${value}.`));
    const cells = row ? answer[String(row.value)] : undefined;
    const column = columns.find(({ name }) => within === `${row?.value}.${name}`);
    return column && isRecord(cells) ? cellKindOf(column).display(column, cells[column.name], locale) : '';
  },
  columns: (question) =>
    question.rows.flatMap(({ value, text }) =>
      question.columns.map((column) =>
        placeOf(question, {
          keys: [value, column.name],
          rowTitle: text,
          columnTitle: column.title,
          isFreeText: cellKindOf(column).isFreeText?.(column) ?? false,
        }),
      ),
    ),
  options: ({ rows }) => rows,
  texts: ({ rows, columns }) => [...rows.map(({ text }) => text), ...columns.map(({ title }) => title)],
  seconds: ({ rows, columns }) => 5 * rows.length * columns.length,
  room({ rows, columns }) {
    const fields = columns.map((column) => (column.kind === 'checkbox' ? column.choices.length + 1 : 2));
    const characters = columns.map((column) => ('maxLength' in column ? column.maxLength : 0));
    return { fields: rows.length * sum(fields), characters: rows.length * sum(characters) };
  },
  reading: (question) =>
    partsOf(fieldOf(question), question.rows, (row) => ({
      field: row,
      as: 'parts',
      parts: Object.fromEntries(
        question.columns.map((column): [string, Reading] => [
          column.name,
          cellKindOf(column).reading(column, `${row}.${column.name}`),
        ]),
      ),
    })),
  browserOptions: ({ rows }, id) => [{ options: rows, selector: (index) => `#q${id}-${index}-row` }],
};

function cellFaults(question: CellMatrixQuestion, value: unknown, checking: Checking): Fault[] {
  const messages = answerMessages[checking.locale];
  const given = isRecord(value) ? value : {};
  const rows = offeredRows(checking.state, question).filter(
    (row) => !isUnavailable(checking.state, question, row),
  );
  return rows.flatMap((row) => {
    const cells = given[String(row.value)];
    const inRow = isRecord(cells) ? cells : {};
    return question.columns.flatMap((column) => {
      const missing = cellKindOf(column).missing(messages);
      return fault(
        () => fieldOf(question, row.value, column.name),
        partError(column, inRow[column.name], checking, { row: inRow }, missing),
      );
    });
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
