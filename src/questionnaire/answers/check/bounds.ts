import { formatLocaleOf, type Locale } from '../../../common/locale.js';
import { timeInWords } from '../../../common/local-time.js';
import { answerMessages } from '../answer-messages.js';
import { isNumeric, toNumber } from '../../expressions/expression-values.js';
import type { TextRules } from '../../plan/text-rules.js';
import { evaluateIn, type LocalNames, type EvaluationContext } from '../../expressions/evaluation-context.js';
import { plainValue } from '../../expressions/plain-value.js';
import { numberOut } from '../read/typed-values.js';

type Bound = number | string | null;

/** Why a number, date or time cannot be taken, or null: below, above, or between the steps. */
export function boundError(
  value: unknown,
  rules: TextRules,
  context: EvaluationContext,
  local: LocalNames,
  locale: Locale,
): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const { min, max } = boundsAt(rules, context, local);
  const messages = answerMessages[locale];
  const isNumber = rules.inputType === 'number';
  const written = (bound: string | number): string => writtenBound(bound, rules.inputType, locale);

  if (min !== null && value < min)
    return isNumber ? messages.atLeast({ bound: written(min) }) : messages.notBefore({ bound: written(min) });
  if (max !== null && value > max)
    return isNumber ? messages.atMost({ bound: written(max) }) : messages.notAfter({ bound: written(max) });
  if (typeof value !== 'number' || rules.step === null || isMultiple(value, rules.step)) return null;
  return messages.inSteps({ step: written(rules.step) });
}

/** The bounds that hold now: calculated from answers where the questionnaire says so, else as given. */
export function boundsAt(
  rules: TextRules,
  context: EvaluationContext,
  local: LocalNames = {},
): { min: Bound; max: Bound } {
  const boundOf = (expression: TextRules['minIf'], given: Bound): Bound =>
    expression === null ? given : asBound(plainValue(evaluateIn(context, expression, local)), rules);
  return { min: boundOf(rules.minIf, rules.min), max: boundOf(rules.maxIf, rules.max) };
}

function asBound(value: unknown, { inputType }: TextRules): Bound {
  if (inputType === 'number') return isNumeric(value) ? toNumber(value) : null;
  return typeof value === 'string' ? value : null;
}

/** Steps count from zero, as in SurveyJS. */
function isMultiple(value: number, step: number): boolean {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}

function writtenBound(bound: string | number, inputType: TextRules['inputType'], locale: Locale): string {
  if (typeof bound === 'number') return numberOut(bound, locale);
  if (inputType !== 'date') return timeInWords(bound, locale);
  const format = new Intl.DateTimeFormat(formatLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${bound.slice(0, 10)}T00:00:00Z`));
}
