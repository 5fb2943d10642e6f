import type { Locale } from '../../../common/locale.js';
import type { AnswerForm } from './answer-fields.js';
import { answerMessages } from '../answer-messages.js';
import { excessLength, linesIn, oneLineIn, postedText, UNREADABLE } from './posted-values.js';
import type { TextRules } from '../../plan/text-rules.js';
import { nothing, refused, taken, type Reading } from './reading.js';
import { dateIn, emailIn, numberIn, phoneIn, timeIn, webAddressIn } from './typed-values.js';

/** Reads one line as its input type asks for. Bounds are not looked at here. */
export function readText(
  rules: TextRules,
  form: AnswerForm,
  field: string,
  locale: Locale,
): Reading<string | number> {
  const posted = readLength(form, field, oneLineIn, rules.maxLength, locale);
  if (posted.value === null) return posted;
  const value = valueIn(posted.value, rules, locale);
  return value === null ? refused(unreadableAs(rules, locale)) : taken(value);
}

/** Reads text of several lines. */
export function readLines(
  maxLength: number,
  form: AnswerForm,
  field: string,
  locale: Locale,
): Reading<string> {
  return readLength(form, field, linesIn, maxLength, locale);
}

function readLength(
  form: AnswerForm,
  field: string,
  clean: (text: string) => string,
  maxLength: number,
  locale: Locale,
): Reading<string> {
  const messages = answerMessages[locale];
  const posted = postedText(form, field, clean);
  if (posted === null) return nothing;
  if (posted === UNREADABLE) return refused(messages.unreadable);
  const excess = excessLength(posted, maxLength);
  return excess > 0 ? refused(messages.shorten({ by: excess, maxLength })) : taken(posted);
}

/** Examples of numbers are left out where they might lie outside the bounds. */
function unreadableAs({ inputType, min, max, minIf, maxIf }: TextRules, locale: Locale): string {
  const messages = answerMessages[locale];
  if (inputType === 'text') return messages.unreadable;
  const isBounded = [min, max, minIf, maxIf].some((bound) => bound !== null);
  return inputType === 'number' && isBounded ? messages.plainNumber : messages.invalid[inputType];
}

function valueIn(text: string, { inputType }: TextRules, locale: Locale): string | number | null {
  switch (inputType) {
    case 'text':
      return text;
    case 'number':
      return numberIn(text, locale);
    case 'date':
      return dateIn(text);
    case 'time':
      return timeIn(text);
    case 'email':
      return emailIn(text);
    case 'tel':
      return phoneIn(text);
    case 'url':
      return webAddressIn(text);
  }
}
