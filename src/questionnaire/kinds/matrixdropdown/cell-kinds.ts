import type { Locale } from '../../../common/locale.js';
import type { AnswerForm } from '../../answers/read/answer-fields.js';
import type { AnswerMessages } from '../../answers/answer-messages.js';
import { booleanText, choiceText, listText, plainText } from '../../answers/show/answer-words.js';
import type { SimpleAnswer } from '../../answers/answers.js';
import { readOne, readSome, valuesIn, valuesOf } from '../../answers/read/read-choices.js';
import { readLines, readText } from '../../answers/read/read-text.js';
import type { Reading } from '../../answers/read/reading.js';
import {
  textReading,
  valuesOf as postedValues,
  type Reading as BrowserReading,
} from '../../browser/browser-readings.js';
import { isFreeText } from '../../plan/text-rules.js';
import type { CellColumn } from './matrixdropdown.plan.js';

/** All that is particular about one kind of cell. */
interface CellKind<Column extends CellColumn> {
  read(column: Column, form: AnswerForm, field: string, locale: Locale): Reading<SimpleAnswer>;
  missing(messages: AnswerMessages): string;
  display(column: Column, cell: unknown, locale: Locale): string;
  reading(column: Column, field: string): BrowserReading;
  isFreeText?(column: Column): boolean;
}

type ListColumn = Extract<CellColumn, { choices: unknown }>;

const choicesText = ({ choices }: ListColumn, cell: unknown, locale: Locale): string =>
  listText(cell, (value) => choiceText(choices, value, locale));

const oneOfList: CellKind<ListColumn> = {
  read: (column, form, field, locale) => readOne(valuesOf(column), form, field, locale),
  missing: ({ chooseOne }) => chooseOne,
  display: choicesText,
  reading: ({ choices }, field) => ({ field, as: 'one', ...postedValues(choices) }),
};

/** The columns of this kind; those of lists share one shape. */
type ColumnOf<Kind, Column = CellColumn> = Column extends { kind: infer Own }
  ? Kind extends Own
    ? Column
    : never
  : never;

const cellKinds: { [Kind in CellColumn['kind']]: CellKind<ColumnOf<Kind>> } = {
  dropdown: oneOfList,
  radiogroup: oneOfList,
  checkbox: {
    read: (column, form, field, locale) => readSome(valuesOf(column), form, field, locale),
    missing: ({ chooseSome }) => chooseSome,
    display: choicesText,
    reading: ({ choices }, field) => ({ field, as: 'many', ...postedValues(choices) }),
  },
  boolean: {
    read: (_column, form, field, locale) => readOne([true, false], form, field, locale),
    missing: ({ chooseOne }) => chooseOne,
    display: (column, cell, locale) =>
      booleanText({ ...column, valueTrue: true, valueFalse: false }, cell, locale),
    reading: (_column, field) => ({ field, as: 'one', values: { true: true, false: false } }),
  },
  rating: {
    read: ({ values }, form, field, locale) => readOne(valuesIn(values), form, field, locale),
    missing: ({ chooseOne }) => chooseOne,
    display: (_column, cell, locale) => plainText(cell, locale),
    reading: ({ values }, field) => ({ field, as: 'one', ...postedValues(values) }),
  },
  comment: {
    read: ({ maxLength }, form, field, locale) => readLines(maxLength, form, field, locale),
    missing: ({ fillIn }) => fillIn,
    display: (_column, cell, locale) => plainText(cell, locale),
    reading: (_column, field) => ({ field, as: 'text' }),
    isFreeText: () => true,
  },
  text: {
    read: readText,
    missing: ({ fillIn }) => fillIn,
    display: (_column, cell, locale) => plainText(cell, locale),
    reading: (column, field) => textReading(field, column),
    isFreeText,
  },
};

export function cellKindOf(column: CellColumn): CellKind<CellColumn> {
  return cellKinds[column.kind];
}
