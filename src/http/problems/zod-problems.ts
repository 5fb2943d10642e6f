import { z } from 'zod';
import {
  type CodedText,
  coded,
  packed,
  type TextCode,
  unpacked,
  type ValuesOf,
} from '../../common/coded-text.js';
import { type Problem, problem } from '../../common/errors.js';

/** At most this many problems are listed. */
const MAX_PROBLEMS = 100;

/**
 * What a schema says where its own check fails, to stand as a message of zod:
 * `z.string().refine(isTimeZone, issue('field.not_a_time_zone'))`.
 */
export function issue<Code extends TextCode>(code: Code, ...given: ValuesOf<Code>): string {
  return packed(coded(code, ...given));
}

/** A value held against a schema: what it makes of it, or one problem for each wrong field. */
export type Checked<Output> =
  { isValid: true; data: Output } | { isValid: false; problems: readonly Problem[] };

export function checkedBy<Output>(schema: z.ZodType<Output>, value: unknown): Checked<Output> {
  const parsed = schema.safeParse(value, { error: (raw) => packed(textOfIssue(raw)) });
  if (parsed.success) return { isValid: true, data: parsed.data };
  const issues = parsed.error.issues.slice(0, MAX_PROBLEMS);
  return { isValid: false, problems: issues.flatMap(problemsOfIssue).slice(0, MAX_PROBLEMS) };
}

/** `pages[0].elements[2].type`; `body` for the whole. */
export function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'body';
}

function problemsOfIssue(found: z.core.$ZodIssue): Problem[] {
  if (found.code === 'unrecognized_keys') {
    const keys = found.keys.slice(0, MAX_PROBLEMS);
    return keys.map((key) => problem(pathOf([...found.path, key]), 'field.unknown'));
  }
  const [said = coded('field.invalid')] = unpacked(found.message) ?? [];
  return [{ path: pathOf(found.path), ...said }];
}

/** zod's own checks, as far as a schema does not say it otherwise. */
function textOfIssue(raw: z.core.$ZodRawIssue): CodedText {
  switch (raw.code) {
    case 'invalid_type':
      if (raw.input === undefined) return coded('field.required');
      return coded('field.wrong_type', { expected: raw.expected, received: kindOf(raw.input) });
    case 'too_big':
      if (raw.origin === 'string') return coded('field.too_long', { most: Number(raw.maximum) });
      if (raw.origin === 'array') return coded('field.too_many', { most: Number(raw.maximum) });
      return coded('field.too_large', { most: Number(raw.maximum) });
    case 'too_small':
      if (raw.origin === 'string' && raw.minimum === 1) return coded('field.empty');
      if (raw.origin === 'string') return coded('field.too_short', { least: Number(raw.minimum) });
      if (raw.origin === 'array') return coded('field.too_few', { least: Number(raw.minimum) });
      return coded('field.too_small', { least: Number(raw.minimum) });
    case 'invalid_value':
      return coded('field.not_one_of', { allowed: raw.values.map(String).join(', ') });
    case 'not_multiple_of':
      return coded('field.not_multiple_of', { of: raw.divisor });
    case 'invalid_format':
      return coded(raw.format === 'email' ? 'field.not_an_address' : 'field.wrong_form');
    default:
      return coded('field.invalid');
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isNaN(value) ? 'NaN' : typeof value;
}
