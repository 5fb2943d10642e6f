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
  /** Bounds that are worked out from answers; they go before `min` and `max`. */
  minIf: Expression | null;
  maxIf: Expression | null;
  step: number | null;
  placeholder: LocalizedText | null;
  /** Autofill token of HTML, for example `email` (WCAG 1.3.5). */
  autocomplete: string | null;
}
