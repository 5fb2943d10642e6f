import { fieldOf } from '../answers/answer-fields.js';
import type { Choice } from '../plan/plan-choices.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import type { TextRules } from '../plan/text-rules.js';

/** How the script reads one answer out of the page's form, in the shape it is stored in. */
export interface Reading {
  /** Name of the form field, or what the names of its parts start with. */
  field: string;
  as: 'one' | 'many' | 'text' | 'number' | 'ranking' | 'parts';
  /** Stored values by what is posted, where the two differ. */
  values?: Record<string, string | number | boolean>;
  /** Rows, items or cells by their key in the answer. */
  parts?: Record<string, Reading>;
}

export function readingOf(question: PlanQuestion): Reading {
  const field = fieldOf(question);
  switch (question.kind) {
    case 'text':
      return textReading(field, question);
    case 'comment':
    case 'expression':
      return { field, as: 'text' };
    case 'radiogroup':
    case 'dropdown':
      return { field, as: 'one', ...valuesOf(question.choices) };
    case 'imagepicker':
      return { field, as: question.multiple ? 'many' : 'one', ...valuesOf(question.choices) };
    case 'checkbox':
    case 'tagbox':
      return { field, as: 'many', ...valuesOf(question.choices) };
    case 'ranking':
      return { field, as: 'ranking', ...valuesOf(question.choices) };
    case 'boolean':
      return { field, as: 'one', values: { true: question.valueTrue, false: question.valueFalse } };
    case 'rating':
      return { field, as: 'one', ...valuesOf(question.values) };
    case 'matrix': {
      const values = valuesOf(question.columns);
      return partsOf(field, question.rows, (part) => ({ field: part, as: 'one', ...values }));
    }
    case 'multipletext':
      return {
        field,
        as: 'parts',
        parts: Object.fromEntries(
          question.items.map((item) => [item.name, textReading(`${field}.${item.name}`, item)]),
        ),
      };
    case 'matrixdropdown':
      return partsOf(field, question.rows, (row) => ({
        field: row,
        as: 'parts',
        parts: Object.fromEntries(
          question.columns.map((column): [string, Reading] => [
            column.name,
            cellReading(`${row}.${column.name}`, column),
          ]),
        ),
      }));
  }
}

type Column = Extract<PlanQuestion, { kind: 'matrixdropdown' }>['columns'][number];

function cellReading(field: string, column: Column): Reading {
  switch (column.kind) {
    case 'text':
      return textReading(field, column);
    case 'comment':
      return { field, as: 'text' };
    case 'boolean':
      return { field, as: 'one', values: { true: true, false: false } };
    case 'rating':
      return { field, as: 'one', ...valuesOf(column.values) };
    case 'checkbox':
      return { field, as: 'many', ...valuesOf(column.choices) };
    default:
      return { field, as: 'one', ...valuesOf(column.choices) };
  }
}

function textReading(field: string, { inputType }: TextRules): Reading {
  return { field, as: inputType === 'number' ? 'number' : 'text' };
}

function partsOf(field: string, rows: readonly Choice[], reading: (field: string) => Reading): Reading {
  const parts = rows.map(({ value }): [string, Reading] => [String(value), reading(`${field}.${value}`)]);
  return { field, as: 'parts', parts: Object.fromEntries(parts) };
}

/** Values that are texts are posted as they are. */
function valuesOf(choices: readonly { value: string | number }[]): Pick<Reading, 'values'> {
  const others = choices.filter(({ value }) => typeof value !== 'string');
  if (others.length === 0) return {};
  return { values: Object.fromEntries(others.map(({ value }) => [String(value), value])) };
}
