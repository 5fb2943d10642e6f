import { keysIn } from '../../compile/keys-in.js';
import { compileMatrix, matrixProperties } from './matrix.compile.js';
import { textIn } from '../../../common/locale.js';
import { entriesOf, fieldEntry, fieldOf } from '../../answers/read/answer-fields.js';
import { answerMessages } from '../../answers/answer-messages.js';
import { placeOf } from '../../answers/show/answer-places.js';
import { choiceText, rowsText } from '../../answers/show/answer-words.js';
import type { Checking } from '../../answers/check/checking.js';
import { isUnavailable, offeredRows } from '../../answers/state/offers.js';
import { readOne, valuesIn } from '../../answers/read/read-choices.js';
import { record } from '../../answers/read/read-parts.js';
import type { Fault } from '../../answers/read/reading.js';
import { partsOf, valuesOf } from '../../browser/browser-readings.js';
import { isEmpty, isRecord } from '../../expressions/expression-values.js';
import { respondentTexts } from '../../view/respondent-texts.js';
import type { QuestionKind } from '../question-kind.js';
import { matrixEditor } from './matrix.editor.js';
import type { MatrixQuestion } from './matrix.plan.js';

export const matrixKind: QuestionKind<MatrixQuestion> = {
  editor: matrixEditor,
  properties: matrixProperties,
  compile: compileMatrix,
  partNames: ({ rows }) => keysIn(rows),
  shape: () => 'rows',
  read(question, form, locale) {
    const columns = valuesIn(question.columns);
    return record(
      question.name,
      question.rows.map(({ value }) => {
        const field = fieldOf(question, value);
        return { key: String(value), field, reading: readOne(columns, form, field, locale) };
      }),
    );
  },
  form: (question, answer) =>
    entriesOf(answer).flatMap(([row, column]) => fieldEntry(fieldOf(question, row), column)),
  missing: (_question, { chooseInOneRow }) => chooseInOneRow,
  faults: matrixFaults,
  isNeededInPart: ({ everyRowRequired }) => everyRowRequired,
  display: ({ rows, columns }, answer, locale) =>
    rowsText(answer, rows, locale, (column) => choiceText(columns, column, locale)),
  displayPart: ({ columns }, answer, within, locale) => choiceText(columns, answer[within], locale),
  columns: (question) =>
    question.rows.map(({ value, text }) => placeOf(question, { keys: [value], rowTitle: text })),
  options: ({ rows }) => rows,
  texts: ({ rows, columns }) => [...rows, ...columns].map(({ text }) => text),
  seconds: ({ rows }) => 5 * rows.length,
  room: ({ rows }) => ({ fields: rows.length, characters: 0 }),
  hint: ({ eachColumnOnce }, locale) => (eachColumnOnce ? respondentTexts[locale].eachColumnOnce : null),
  reading(question) {
    const values = valuesOf(question.columns);
    return partsOf(fieldOf(question), question.rows, (part) => ({ field: part, as: 'one', ...values }));
  },
  // Columns may have conditions in plans that an earlier build has stored.
  browserOptions: ({ rows, columns }, id) => [
    { options: rows, selector: (index) => `#q${id}-${index}-row` },
    { options: columns, selector: (index) => `#e${id} [data-column="${index}"]` },
  ],
  // A choice that can be taken back.
  isEnhanced: ({ required }) => !required,
};

function matrixFaults(question: MatrixQuestion, value: unknown, { state, locale }: Checking): Fault[] {
  const messages = answerMessages[locale];
  const given = isRecord(value) ? value : {};
  const taken = new Set<unknown>();
  return offeredRows(state, question).flatMap((row) => {
    const column = given[String(row.value)];
    if (isEmpty(column)) {
      const isAsked = question.everyRowRequired && !isUnavailable(state, question, row);
      return isAsked ? [{ field: fieldOf(question, row.value), message: messages.chooseOne }] : [];
    }
    if (!question.eachColumnOnce || !taken.has(column)) {
      taken.add(column);
      return [];
    }
    const text = question.columns.find((one) => one.value === column)?.text ?? {};
    return [
      {
        field: fieldOf(question, row.value),
        message: messages.columnTaken({ column: textIn(text, locale) }),
      },
    ];
  });
}
