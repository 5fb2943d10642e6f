import { textOf } from '../../common/coded-text.js';
import { z } from 'zod';
import { type DomainError, type Problem } from '../../common/errors.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { checkedBy } from '../../http/problems/zod-problems.js';
import {
  type Comparison,
  comparisons,
  type Condition,
  type Match,
  matches,
  MAX_CONDITIONS,
  type SegmentConditions,
  segmentConditions,
  type SegmentInput,
  segmentInput,
} from '../segments/segment.schema.js';

/** One row of the form, as typed. */
export interface ConditionRow {
  attribute: string;
  is: Comparison;
  value: string;
}

export interface SegmentForm {
  name: string;
  match: Match;
  rows: ConditionRow[];
}

const text = (max: number) =>
  z
    .string()
    .max(max)
    .catch('')
    .transform((value) => value.trim());

const head = z.object({
  name: text(200),
  match: z.enum(matches).catch('all'),
  rows: z.coerce.number().int().min(0).max(MAX_CONDITIONS).catch(1),
  go: z
    .string()
    .regex(/^(save|count|add|remove-\d{1,2})$/)
    .catch('count'),
});
const row = z.object({ attribute: text(200), is: z.enum(comparisons).catch('equal'), value: text(12_000) });

/** The form as it was sent, and the button it was sent by; rows are added and taken away by buttons. */
export function readSegmentForm(fields: unknown): { form: SegmentForm; go: string } {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(fields);
  const { name, match, rows: length, go } = head.parse(sent);
  const rows = Array.from({ length }, (_, index) =>
    row.parse({
      attribute: sent[`attribute-${index}`],
      is: sent[`is-${index}`],
      value: sent[`value-${index}`],
    }),
  );
  if (go === 'add' && rows.length < MAX_CONDITIONS) rows.push(emptyRow());
  if (go.startsWith('remove-') && rows.length > 1) rows.splice(Number(go.slice('remove-'.length)), 1);
  return { form: { name, match, rows: rows.length > 0 ? rows : [emptyRow()] }, go };
}

function emptyRow(): ConditionRow {
  return { attribute: '', is: 'equal', value: '' };
}

export function newSegmentForm(): SegmentForm {
  return { name: '', match: 'all', rows: [emptyRow()] };
}

export function segmentFormOf({ name, match, conditions }: SegmentInput): SegmentForm {
  return {
    name,
    match,
    rows: conditions.map(({ attribute, is, value = '' }) => ({
      attribute,
      is,
      value: Array.isArray(value) ? value.map(quotedIfNeeded).join('; ') : value,
    })),
  };
}

type Checked<Input> = { input: Input; errors: null } | { input: null; errors: Record<string, string> };

/** What is to be stored, or what is wrong with each field in the words of the page. */
export function segmentInputOf(form: SegmentForm, locale: ConsoleLocale): Checked<SegmentInput> {
  return checked(segmentInput, { name: form.name, ...said(form) }, locale);
}

/** What is to be counted; a name is not needed for that. */
export function segmentConditionsOf(form: SegmentForm, locale: ConsoleLocale): Checked<SegmentConditions> {
  return checked(segmentConditions, said(form), locale);
}

function checked<Input>(schema: z.ZodType<Input>, value: unknown, locale: ConsoleLocale): Checked<Input> {
  const found = checkedBy(schema, value);
  if (found.isValid) return { input: found.data, errors: null };
  return { input: null, errors: errorsOf(found.problems, locale) };
}

/** The refusal of a segment, shown next to the fields it is about. */
export function segmentErrorsOf(error: DomainError, locale: ConsoleLocale): Record<string, string> {
  return errorsOf(error.problems, locale);
}

function errorsOf(problems: readonly Problem[], locale: ConsoleLocale): Record<string, string> {
  return Object.fromEntries(problems.map((wrong) => [fieldOf(wrong.path), textOf(wrong, locale)]));
}

/** `conditions[2].value` is in the field `value-2`. */
function fieldOf(path: string): string {
  const [, index, field = 'value'] = /^conditions\[(\d+)\](?:\.(\w+))?/.exec(path) ?? [];
  return index === undefined ? path : `${field}-${index}`;
}

function said({ match, rows }: SegmentForm) {
  return { match, conditions: rows.map(conditionOf) };
}

function conditionOf({ attribute, is, value }: ConditionRow): Condition {
  if (is === 'filled' || is === 'empty') return { attribute, is };
  if (is === 'one_of') return { attribute, is, value: valuesOf(value) };
  // People here write 3,5 for what a computer calls 3.5.
  const isOrder = is === 'greater' || is === 'less';
  return { attribute, is, value: isOrder ? value.replace(/^([+-]?\d+),(\d+)$/, '$1.$2') : value };
}

/** Values are separated by semicolons; one that holds a semicolon or a quotation mark is in quotation marks. */
function valuesOf(text: string): string[] {
  // Wherever the first alternative fails, the second takes all it has looked at: nothing is looked at twice.
  // eslint-disable-next-line regexp/no-super-linear-move
  const parts = text.match(/\s*"(?:[^"]|"")*"\s*(?=;|$)|[^;]+/g) ?? [];
  return parts
    .map((part) => part.trim())
    .map((part) => (/^".*"$/s.test(part) && part.length > 1 ? part.slice(1, -1).replaceAll('""', '"') : part))
    .filter((part) => part !== '');
}

function quotedIfNeeded(value: string): string {
  return /[;"]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
