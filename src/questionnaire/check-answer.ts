import { textIn, type Locale } from '../common/locale.js';
import { fieldOf, type AnswerForm } from './answer-form.js';
import { answerMessages } from './answer-messages.js';
import { checkCheckbox, checkSingleChoice } from './check-choices.js';
import { checkComment, checkText } from './check-text.js';
import { answered, refused, unanswered, type CheckedAnswer } from './checked-answer.js';
import { oneLineIn, postedText, UNREADABLE } from './posted-values.js';
import type { MatrixQuestion, PlanQuestion } from './questionnaire-plan.js';

/** Checks what was posted for one question, in the language people are reading. */
export function checkAnswer(question: PlanQuestion, form: AnswerForm, locale: Locale): CheckedAnswer {
  const checked = checkByKind(question, form, locale);
  const isMissing = question.required && checked.values.length === 0 && checked.errors.length === 0;
  if (!isMissing) return checked;
  const message = question.requiredText
    ? textIn(question.requiredText, locale)
    : missingMessage(question, locale);
  return refused(fieldOf(question), message);
}

function checkByKind(question: PlanQuestion, form: AnswerForm, locale: Locale): CheckedAnswer {
  switch (question.kind) {
    case 'text':
      return checkText(question, form, locale);
    case 'comment':
      return checkComment(question, form, locale);
    case 'radiogroup':
    case 'dropdown':
      return checkSingleChoice(question, form, locale);
    case 'checkbox':
      return checkCheckbox(question, form, locale);
    case 'boolean':
      return checkOffered(question, [true, false], form, locale);
    case 'rating':
      return checkOffered(
        question,
        question.values.map(({ value }) => value),
        form,
        locale,
      );
    case 'matrix':
      return checkMatrix(question, form, locale);
  }
}

function checkOffered(
  question: PlanQuestion,
  offered: readonly (number | boolean)[],
  form: AnswerForm,
  locale: Locale,
): CheckedAnswer {
  const field = fieldOf(question);
  const posted = postedText(form, field, oneLineIn);
  if (posted === null) return unanswered;
  if (posted === UNREADABLE) return refused(field, answerMessages[locale].unreadable);
  const value = offered.find((candidate) => String(candidate) === posted);
  return value === undefined
    ? refused(field, answerMessages[locale].notOffered)
    : answered(question.name, value);
}

function checkMatrix(question: MatrixQuestion, form: AnswerForm, locale: Locale): CheckedAnswer {
  const messages = answerMessages[locale];
  const values = new Map<string, string | number>();
  const errors: CheckedAnswer['errors'] = [];
  for (const row of question.rows) {
    const field = fieldOf(question, row.value);
    const posted = postedText(form, field, oneLineIn);
    const column = question.columns.find(({ value }) => String(value) === posted);
    if (column) values.set(String(row.value), column.value);
    else if (posted === UNREADABLE) errors.push({ field, message: messages.unreadable });
    else if (posted !== null) errors.push({ field, message: messages.notOffered });
    else if (question.everyRowRequired) errors.push({ field, message: messages.chooseOne });
  }
  return { values: values.size > 0 ? [[question.name, Object.fromEntries(values)]] : [], errors };
}

function missingMessage(question: PlanQuestion, locale: Locale): string {
  const messages = answerMessages[locale];
  switch (question.kind) {
    case 'text':
    case 'comment':
      return messages.fillIn;
    case 'radiogroup':
    case 'dropdown':
    case 'boolean':
    case 'rating':
      return messages.chooseOne;
    case 'checkbox':
      return messages.chooseSome;
    case 'matrix':
      return messages.chooseInOneRow;
  }
}
