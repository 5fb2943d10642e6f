import type { Locale } from '../../common/locale.js';
import { commentFieldOf, fieldOf, type AnswerForm } from './answer-fields.js';
import { commentName, OTHER, type AnswerValue, type SimpleAnswer } from './answers.js';
import { otherChoiceOf } from '../plan/plan-choices.js';
import type { CellColumn } from '../kinds/matrixdropdown/matrixdropdown.plan.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import { readOne, readRanking, readSome, valuesIn, valuesOf } from './read-choices.js';
import { readLines, readText } from './read-text.js';
import type { Fault, ReadAnswer, Reading } from './reading.js';

/**
 * Reads what was posted for one question. Nothing that comes in is trusted: values have to be among the
 * choices, texts are cleaned of control characters. Whether an answer is needed, or within its bounds,
 * is asked later (`faultsOf`), as that may depend on other answers.
 */
export function readAnswer(question: PlanQuestion, form: AnswerForm, locale: Locale): ReadAnswer {
  switch (question.kind) {
    case 'expression':
      return { values: [], faults: [] };
    case 'ranking': {
      const { value, faults } = readRanking(question, form, locale);
      return { values: value ? [[question.name, value]] : [], faults };
    }
    case 'matrix': {
      const columns = valuesIn(question.columns);
      return record(
        question.name,
        question.rows.map(({ value }) => {
          const field = fieldOf(question, value);
          return { key: String(value), field, reading: readOne(columns, form, field, locale) };
        }),
      );
    }
    case 'multipletext':
      return record(
        question.name,
        question.items.map((item) => {
          const field = fieldOf(question, item.name);
          return { key: item.name, field, reading: readText(item, form, field, locale) };
        }),
      );
    case 'matrixdropdown': {
      const rows = question.rows.map(({ value }) => ({
        row: String(value),
        read: record(
          String(value),
          question.columns.map((column) => {
            const field = fieldOf(question, value, column.name);
            return { key: column.name, field, reading: readSimple(column, form, field, locale) };
          }),
        ),
      }));
      const filled = rows.flatMap(({ read }) => read.values);
      return {
        values: filled.length > 0 ? [[question.name, Object.fromEntries(filled) as AnswerValue]] : [],
        faults: rows.flatMap(({ read }) => read.faults),
      };
    }
    default: {
      const field = fieldOf(question);
      const reading = readSimple(question, form, field, locale);
      const read = single(question.name, field, reading);
      return isOtherChosen(reading.value) ? withWords(read, question, form, locale) : read;
    }
  }
}

type Simple =
  | CellColumn
  | Exclude<PlanQuestion, { kind: 'expression' | 'ranking' | 'matrix' | 'multipletext' | 'matrixdropdown' }>;

function readSimple(
  question: Simple,
  form: AnswerForm,
  field: string,
  locale: Locale,
): Reading<SimpleAnswer> {
  switch (question.kind) {
    case 'text':
      return readText(question, form, field, locale);
    case 'comment':
      return readLines(question.maxLength, form, field, locale);
    case 'radiogroup':
    case 'dropdown':
      return readOne(valuesOf(question), form, field, locale);
    case 'checkbox':
    case 'tagbox':
      return readSome(valuesOf(question), form, field, locale);
    case 'imagepicker':
      return question.multiple
        ? readSome(valuesOf(question), form, field, locale)
        : readOne(valuesOf(question), form, field, locale);
    case 'boolean':
      return readOne(valuesOfBoolean(question), form, field, locale);
    case 'rating':
      return readOne(valuesIn(question.values), form, field, locale);
  }
}

/** A box to tick, as for consent, knows no „no“: not ticked is no answer. */
function valuesOfBoolean(question: Simple & { kind: 'boolean' }): (string | number | boolean)[] {
  if (!('valueTrue' in question)) return [true, false];
  return question.look === 'checkbox' ? [question.valueTrue] : [question.valueTrue, question.valueFalse];
}

function isOtherChosen(value: SimpleAnswer | null): boolean {
  return Array.isArray(value) ? value.includes(OTHER) : value === OTHER;
}

/** Adds the words for „Sonstiges“. */
function withWords(read: ReadAnswer, question: PlanQuestion, form: AnswerForm, locale: Locale): ReadAnswer {
  const other = otherChoiceOf(question);
  if (!other) return read;
  const field = commentFieldOf(question);
  const words = single(commentName(question.name), field, readLines(other.maxLength, form, field, locale));
  return { values: [...read.values, ...words.values], faults: [...read.faults, ...words.faults] };
}

function single(name: string, field: string, { value, error }: Reading<AnswerValue>): ReadAnswer {
  return {
    values: value === null ? [] : [[name, value]],
    faults: error === null ? [] : [{ field, message: error }],
  };
}

/** An answer made of several fields, by key. */
function record(
  name: string,
  fields: { key: string; field: string; reading: Reading<SimpleAnswer> }[],
): ReadAnswer {
  const values: [string, SimpleAnswer][] = [];
  const faults: Fault[] = [];
  for (const { key, field, reading } of fields) {
    if (reading.value !== null) values.push([key, reading.value]);
    if (reading.error !== null) faults.push({ field, message: reading.error });
  }
  return { values: values.length > 0 ? [[name, Object.fromEntries(values) as AnswerValue]] : [], faults };
}
