import type { Locale } from '../../../common/locale.js';
import type { AnswerForm } from './answer-fields.js';
import { answerMessages } from '../answer-messages.js';
import { excessLength, linesIn, oneLineIn, postedText, UNREADABLE } from './posted-values.js';
import type { TextRules } from '../../plan/text-rules.js';
import { nothing, refused, taken, type Reading } from './reading.js';
import { numberIn, numbersWithin } from './number-in.js';
import {
  dateIn,
  emailIn,
  isShortOfYear,
  phoneIn,
  timeIn,
  unlikelyYear,
  webAddressIn,
} from './typed-values.js';

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
  if (value === null) return refused(unreadableAs(posted.value, rules, locale));
  const doubt = doubtAbout(value, rules, locale);
  return doubt === null ? taken(value) : refused(doubt);
}

/** What is asked about a date that can be read and is hardly meant. */
function doubtAbout(
  value: string | number,
  { inputType, min, max }: TextRules,
  locale: Locale,
): string | null {
  if (inputType !== 'date') return null;
  const year = unlikelyYear(String(value), min, max);
  if (year === null) return null;
  const messages = answerMessages[locale];
  return year < 100 ? messages.fourDigitYear : messages.unlikelyYear({ year: String(year) });
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

/** Says what is wrong with what was typed, as far as that can be seen. */
function unreadableAs(text: string, rules: TextRules, locale: Locale): string {
  const messages = answerMessages[locale];
  switch (rules.inputType) {
    case 'text':
      return messages.unreadable;
    case 'number':
      return noNumber(text, rules, locale);
    case 'date':
      return isShortOfYear(text) ? messages.fourDigitYear : messages.invalid.date;
    default:
      return messages.invalid[rules.inputType];
  }
}

/** Examples of numbers are left out where they might lie outside the bounds. */
function noNumber(text: string, { min, max, minIf, maxIf }: TextRules, locale: Locale): string {
  const messages = answerMessages[locale];
  const [number, ...others] = numbersWithin(text);
  if (number !== undefined && others.length === 0 && numberIn(number, locale) !== null)
    return messages.onlyTheNumber({ number });
  if (number !== undefined) return messages.whichNumber({ given: text });
  const isBounded = [min, max, minIf, maxIf].some((bound) => bound !== null);
  return isBounded ? messages.plainNumber : messages.invalid.number;
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
