import { textIn, type Locale } from '../../../common/locale.js';
import { isEmpty } from '../../expressions/expression-values.js';
import { otherChoiceOf } from '../../plan/plan-choices.js';
import { commentFieldOf, type AnswerForm } from '../read/answer-fields.js';
import { answerMessages } from '../answer-messages.js';
import { commentName, OTHER } from '../answers.js';
import type { Checking } from './checking.js';
import type { ElementStates } from '../state/element-states.js';
import { single } from '../read/read-parts.js';
import { readLines } from '../read/read-text.js';
import type { Fault, ReadAnswer } from '../read/reading.js';

/** Adds the words for „Sonstiges“ where it was chosen. */
export function withOtherWords(
  read: ReadAnswer,
  question: { name: string },
  form: AnswerForm,
  locale: Locale,
): ReadAnswer {
  const other = otherChoiceOf(question);
  const chosen = read.values[0]?.[1];
  if (!other || !isOtherChosen(chosen)) return read;
  const field = commentFieldOf(question);
  const words = single(commentName(question.name), field, readLines(other.maxLength, form, field, locale));
  return { values: [...read.values, ...words.values], faults: [...read.faults, ...words.faults] };
}

/** „Sonstiges“ was chosen, and what is meant by it not said. */
export function otherFaults(
  question: { name: string },
  value: unknown,
  { state, locale }: Checking,
): Fault[] {
  const other = otherChoiceOf(question);
  if (!other || !isOtherChosen(value) || !isEmpty(state.values[commentName(question.name)])) return [];
  const message = other.missingText
    ? textIn(other.missingText, locale)
    : answerMessages[locale].sayWhichOther({ other: textIn(other.text, locale) });
  return [{ field: commentFieldOf(question), message }];
}

/** Validators see the words people wrote instead of the value „other“. */
export function valueWithWords(
  question: { name: string },
  value: unknown,
  { values }: Pick<ElementStates, 'values'>,
): unknown {
  const words = otherChoiceOf(question) ? values[commentName(question.name)] : undefined;
  if (isEmpty(words)) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => (one === OTHER ? words : one));
  return value === OTHER ? words : value;
}

function isOtherChosen(value: unknown): boolean {
  return Array.isArray(value) ? value.includes(OTHER) : value === OTHER;
}
