import type { LocalizedText } from '../../common/locale.js';
import type { Expression } from '../expressions/expression.js';

export const inputTypes = ['text', 'email', 'number', 'date', 'time', 'tel', 'url'] as const;
export type InputType = (typeof inputTypes)[number];

/** What one line of text may hold. Bounds are numbers for `number`, `2027-11-12` for `date`, `09:30` for `time`. */
export interface TextRules {
  inputType: InputType;
  /** In characters (code points). */
  maxLength: number;
  min: number | string | null;
  max: number | string | null;
  /** Bounds that are calculated from answers; they go before `min` and `max`. */
  minIf: Expression | null;
  maxIf: Expression | null;
  step: number | null;
  placeholder: LocalizedText | null;
  /** Autofill token of HTML, for example `email` (WCAG 1.3.5). */
  autocomplete: string | null;
}

/** What one line of text takes, in seconds. */
export const SECONDS_PER_LINE = 12;

/** Numbers, days and times are picked from a scale, and not worded. */
const WORDED: ReadonlySet<InputType> = new Set(['text', 'email', 'tel', 'url']);

/** Whether people put such a line into words of their own. */
export function isFreeText({ inputType }: Pick<TextRules, 'inputType'>): boolean {
  return WORDED.has(inputType);
}
