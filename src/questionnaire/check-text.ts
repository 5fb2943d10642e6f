import { formatLocaleOf, type Locale } from '../common/locale.js';
import { timeInWords } from '../common/local-time.js';
import { fieldOf, type AnswerForm } from './answer-form.js';
import { answerMessages, type AnswerMessages } from './answer-messages.js';
import { answered, refused, unanswered, type CheckedAnswer } from './checked-answer.js';
import { excessLength, linesIn, oneLineIn, postedText, UNREADABLE } from './posted-values.js';
import type { CommentQuestion, TextQuestion } from './questionnaire-plan.js';
import { dateIn, emailIn, numberIn, numberOut, phoneIn, timeIn, webAddressIn } from './typed-values.js';

export function checkComment(question: CommentQuestion, form: AnswerForm, locale: Locale): CheckedAnswer {
  const field = fieldOf(question);
  const posted = postedText(form, field, linesIn);
  if (posted === null) return unanswered;
  if (posted === UNREADABLE) return refused(field, answerMessages[locale].unreadable);

  const tooLong = lengthError(posted, question.maxLength, answerMessages[locale]);
  return tooLong === null ? answered(question.name, posted) : refused(field, tooLong);
}

export function checkText(question: TextQuestion, form: AnswerForm, locale: Locale): CheckedAnswer {
  const field = fieldOf(question);
  const messages = answerMessages[locale];
  const posted = postedText(form, field, oneLineIn);
  if (posted === null) return unanswered;
  if (posted === UNREADABLE) return refused(field, messages.unreadable);

  const tooLong = lengthError(posted, question.maxLength, messages);
  if (tooLong !== null) return refused(field, tooLong);
  const value = valueIn(posted, question, locale);
  if (value === null) return refused(field, unreadableAs(question, messages));
  const outOfBounds = boundError(value, question, locale);
  return outOfBounds === null ? answered(question.name, value) : refused(field, outOfBounds);
}

/** Examples of numbers are left out where they might lie outside the bounds. */
function unreadableAs({ inputType, min, max }: TextQuestion, messages: AnswerMessages): string {
  if (inputType === 'text') return messages.unreadable;
  const isBounded = min !== null || max !== null;
  return inputType === 'number' && isBounded ? messages.plainNumber : messages.invalid[inputType];
}

function lengthError(text: string, maxLength: number, messages: AnswerMessages): string | null {
  const excess = excessLength(text, maxLength);
  return excess > 0 ? messages.shorten(excess, maxLength) : null;
}

function valueIn(text: string, { inputType }: TextQuestion, locale: Locale): string | number | null {
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

function boundError(value: string | number, question: TextQuestion, locale: Locale): string | null {
  const { min, max, step, inputType } = question;
  const messages = answerMessages[locale];
  const isNumber = inputType === 'number';
  const written = (bound: string | number): string => writtenBound(bound, inputType === 'date', locale);

  if (min !== null && value < min)
    return isNumber ? messages.atLeast(written(min)) : messages.notBefore(written(min));
  if (max !== null && value > max)
    return isNumber ? messages.atMost(written(max)) : messages.notAfter(written(max));
  if (step === null || typeof value !== 'number') return null;
  const steps = (value - (typeof min === 'number' ? min : 0)) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6 ? null : messages.inSteps(written(step));
}

function writtenBound(bound: string | number, isDate: boolean, locale: Locale): string {
  if (typeof bound === 'number') return numberOut(bound, locale);
  if (!isDate) return timeInWords(bound, locale);
  const format = new Intl.DateTimeFormat(formatLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${bound}T00:00:00Z`));
}
