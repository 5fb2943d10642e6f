import { textIn, type Locale } from '../common/locale.js';
import { commentFieldOf, fieldOf, type AnswerForm } from './answer-form.js';
import { answerMessages } from './answer-messages.js';
import { answered, refused, unanswered, type CheckedAnswer } from './checked-answer.js';
import { excessLength, linesIn, oneLineIn, postedText, postedTexts, UNREADABLE } from './posted-values.js';
import {
  commentName,
  NONE,
  OTHER,
  type CheckboxQuestion,
  type ChoiceList,
  type SingleChoiceQuestion,
} from './questionnaire-plan.js';

export function checkSingleChoice(
  question: SingleChoiceQuestion,
  form: AnswerForm,
  locale: Locale,
): CheckedAnswer {
  const field = fieldOf(question);
  const posted = postedText(form, field, oneLineIn);
  if (posted === null) return unanswered;
  if (posted === UNREADABLE) return refused(field, answerMessages[locale].unreadable);

  const value = offeredValue(question, posted);
  if (value === undefined) return refused(field, answerMessages[locale].notOffered);
  return withOther(answered(question.name, value), question, value === OTHER, form, locale);
}

export function checkCheckbox(question: CheckboxQuestion, form: AnswerForm, locale: Locale): CheckedAnswer {
  const field = fieldOf(question);
  const messages = answerMessages[locale];
  const posted = postedTexts(form, field, oneLineIn);
  if (posted.length === 0) return unanswered;
  if (posted.some((text) => offeredValue(question, text) === undefined))
    return refused(field, messages.notOffered);

  const chosen = allValues(question).filter((value) => posted.includes(String(value)));
  const isNone = question.none !== null && chosen.includes(NONE);
  if (isNone && chosen.length > 1)
    return refused(field, messages.noneAlone(textIn(question.none ?? {}, locale)));
  if (!isNone && question.minSelected !== null && chosen.length < question.minSelected) {
    return refused(field, messages.chooseAtLeast(question.minSelected));
  }
  if (question.maxSelected !== null && chosen.length > question.maxSelected) {
    return refused(field, messages.chooseAtMost(question.maxSelected));
  }
  const hasOther = question.other !== null && chosen.includes(OTHER);
  return withOther(answered(question.name, chosen), question, hasOther, form, locale);
}

function offeredValue(question: ChoiceList, posted: string): string | number | undefined {
  return allValues(question).find((value) => String(value) === posted);
}

function allValues({ choices, other, none }: ChoiceList): (string | number)[] {
  return [...choices.map(({ value }) => value), ...(other ? [OTHER] : []), ...(none ? [NONE] : [])];
}

/** Adds the words for „Sonstiges“, which are asked for whenever it is chosen. */
function withOther(
  checked: CheckedAnswer,
  question: SingleChoiceQuestion | CheckboxQuestion,
  isOtherChosen: boolean,
  form: AnswerForm,
  locale: Locale,
): CheckedAnswer {
  const { other } = question;
  if (!other || !isOtherChosen) return checked;
  const field = commentFieldOf(question);
  const messages = answerMessages[locale];
  const words = postedText(form, field, linesIn);
  if (words === null) {
    const missing = other.missingText ? textIn(other.missingText, locale) : null;
    return {
      ...refused(field, missing ?? messages.sayWhichOther(textIn(other.text, locale))),
      values: checked.values,
    };
  }
  if (words === UNREADABLE) return { ...refused(field, messages.unreadable), values: checked.values };
  const excess = excessLength(words, other.maxLength);
  if (excess > 0)
    return { ...refused(field, messages.shorten(excess, other.maxLength)), values: checked.values };
  return { values: [...checked.values, [commentName(question.name), words]], errors: [] };
}
