import { RE2JS } from 're2js';
import { textIn, type Locale } from '../../../common/locale.js';
import { answerMessages, type AnswerMessages } from '../answer-messages.js';
import { isEmpty, isNumeric, toNumber } from '../../expressions/expression-values.js';
import type { Validator } from '../../plan/question-basics.js';
import { holds, type LocalNames, type EvaluationContext } from '../../expressions/evaluation-context.js';
import { emailIn, numberOut } from '../read/typed-values.js';

/** What the first validator that is not content says, in the survey's own words where it has some. */
export function validatorError(
  value: unknown,
  validators: readonly Validator[],
  context: EvaluationContext,
  local: LocalNames,
  locale: Locale,
): string | null {
  for (const validator of validators) {
    const message =
      isEmpty(value) && validator.kind !== 'expression'
        ? null
        : objection(value, validator, context, { ...local, self: value }, locale);
    if (message !== null) return validator.text === null ? message : textIn(validator.text, locale);
  }
  return null;
}

function objection(
  value: unknown,
  validator: Validator,
  context: EvaluationContext,
  local: LocalNames,
  locale: Locale,
): string | null {
  const messages = answerMessages[locale];
  switch (validator.kind) {
    case 'numeric':
      return numericError(value, validator, messages, locale);
    case 'text':
      return typeof value === 'string' || typeof value === 'number'
        ? textError(String(value), validator, messages)
        : null;
    case 'answercount':
      return Array.isArray(value) ? countError(value.length, validator, messages) : null;
    case 'regex':
      return textsOf(value).every((text) => matches(patternOf(validator), text)) ? null : messages.otherForm;
    case 'email':
      return typeof value === 'string' && emailIn(value) !== null ? null : messages.invalid.email;
    case 'expression':
      return holds(context, validator.expression, local) ? null : messages.notConsistent;
  }
}

function numericError(
  value: unknown,
  { min, max }: { min: number | null; max: number | null },
  messages: AnswerMessages,
  locale: Locale,
): string | null {
  if (!isNumeric(value)) return messages.plainNumber;
  const number = toNumber(value);
  if (min !== null && number < min) return messages.atLeast({ bound: numberOut(min, locale) });
  if (max !== null && number > max) return messages.atMost({ bound: numberOut(max, locale) });
  return null;
}

function textError(
  text: string,
  { minLength, maxLength, allowDigits }: Extract<Validator, { kind: 'text' }>,
  messages: AnswerMessages,
): string | null {
  // SurveyJS looks for digits at the end only.
  if (!allowDigits && /\d$/.test(text)) return messages.withoutDigits;
  const length = Array.from(text).length;
  if (minLength !== null && length < minLength)
    return messages.lengthen({ by: minLength - length, minLength });
  if (maxLength !== null && maxLength > 0 && length > maxLength) {
    return messages.shorten({ by: length - maxLength, maxLength });
  }
  return null;
}

function countError(
  count: number,
  { min, max }: { min: number | null; max: number | null },
  messages: AnswerMessages,
): string | null {
  if (min !== null && count < min) return messages.chooseAtLeast({ count: min });
  if (max !== null && max > 0 && count > max) return messages.chooseAtMost({ count: max });
  return null;
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

const compiled = new Map<string, RE2JS>();

/** Patterns are compiled once; there are as many as questionnaires have, and they are short. */
function patternOf({ pattern, caseInsensitive }: Extract<Validator, { kind: 'regex' }>): RE2JS {
  const key = `${caseInsensitive ? 'i' : ''}/${pattern}`;
  const found = compiled.get(key) ?? RE2JS.compile(pattern, caseInsensitive ? RE2JS.CASE_INSENSITIVE : 0);
  compiled.set(key, found);
  return found;
}

/** Steps times characters; a second's work, which patterns of today stay far below with answers of 10,000. */
const MAX_WORK = 25_000_000;

/** Patterns that an earlier build has published may be larger than those of today: long answers fail them. */
function matches(pattern: RE2JS, text: string): boolean {
  return pattern.programSize() * text.length <= MAX_WORK && pattern.test(text);
}
