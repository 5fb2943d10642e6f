import type { Choice } from '../plan/plan-choices.js';
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

export function textReading(field: string, { inputType }: TextRules): Reading {
  return { field, as: inputType === 'number' ? 'number' : 'text' };
}

/** A part for each row. */
export function partsOf(
  field: string,
  rows: readonly Choice[],
  reading: (field: string) => Reading,
): Reading {
  const parts = rows.map(({ value }): [string, Reading] => [String(value), reading(`${field}.${value}`)]);
  return { field, as: 'parts', parts: Object.fromEntries(parts) };
}

/** Values that are texts are posted as they are. */
export function valuesOf(choices: readonly { value: string | number }[]): Pick<Reading, 'values'> {
  const others = choices.filter(({ value }) => typeof value !== 'string');
  if (others.length === 0) return {};
  return { values: Object.fromEntries(others.map(({ value }) => [String(value), value])) };
}
