import { textIn, type Locale, type LocalizedText } from '../../../common/locale.js';
import type { LocalNames } from '../../expressions/evaluation-context.js';
import { isEmpty } from '../../expressions/expression-values.js';
import type { Validator } from '../../plan/question-basics.js';
import type { TextRules } from '../../plan/text-rules.js';
import { boundError } from './bounds.js';
import type { Checking } from './checking.js';
import type { Fault } from '../read/reading.js';
import { validatorError } from './validators.js';

/** One cell or item: a small question of its own. */
export interface Part {
  required: boolean;
  requiredText: LocalizedText | null;
  validators: Validator[];
}

/**
 * What is wrong with one cell or item, or null.
 *
 * @param missing the usual words for a missing answer of its kind
 */
export function partError(
  part: Part | (Part & TextRules),
  value: unknown,
  { context, locale }: Checking,
  local: LocalNames,
  missing: string,
): string | null {
  if (isEmpty(value) && part.required) return missingText(part, locale, missing);
  const bound = isLine(part) ? boundError(value, part, context, local, locale) : null;
  return bound ?? validatorError(value, part.validators, context, local, locale);
}

function isLine(part: Part | (Part & TextRules)): part is Part & TextRules {
  return 'inputType' in part;
}

/** The survey's own words for a missing answer, else the usual ones. */
export function missingText(
  { requiredText }: { requiredText: LocalizedText | null },
  locale: Locale,
  usual: string,
): string {
  return requiredText === null ? usual : textIn(requiredText, locale);
}

export function fault(field: () => string, message: string | null): Fault[] {
  return message === null ? [] : [{ field: field(), message }];
}
