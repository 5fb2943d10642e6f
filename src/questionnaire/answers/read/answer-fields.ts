import type { Locale } from '../../../common/locale.js';
import { isRecord } from '../../expressions/expression-values.js';
import { commentName } from '../answers.js';
import { numberOut } from './typed-values.js';

/** Fields of a posted form; a field that was sent several times holds a list. */
export type AnswerForm = Readonly<Record<string, string | readonly string[]>>;

/**
 * Name of the form field for a question: `q.` and the question's name, so that a page left open while
 * a new version is published still finds its questions. Rows of a matrix append `.row`, cells
 * `.row.column`, items of several texts `.item`, and what is to be ranked `.value`. The prefix
 * keeps every name apart from the form's own fields; the plan's unique column names keep them apart
 * from each other.
 */
export function fieldOf(question: { name: string }, ...within: (string | number)[]): string {
  let field = `q.${question.name}`;
  for (const part of within) field += `.${part}`;
  return field;
}

/** Field for the words beside „Sonstiges“. */
export function commentFieldOf(question: { name: string }): string {
  return `q.${commentName(question.name)}`;
}

/** Entries of a form. */
export type Fields = [field: string, value: string | string[]][];

/** What an answer made of parts holds; nothing if it is none. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

/** A number as people of this language write it; everything else as it is. */
export function written(value: unknown, locale: Locale): unknown {
  return typeof value === 'number' ? numberOut(value, locale) : value;
}

/** One field with a value, or a list of them; none where nothing can be written. */
export function fieldEntry(field: string, value: unknown): Fields {
  if (Array.isArray(value)) return [[field, value.flatMap((item: unknown) => textOf(item) ?? [])]];
  const text = textOf(value);
  return text === null ? [] : [[field, text]];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}
