import { textIn, type Locale } from '../../common/locale.js';
import { fieldOf } from '../answers/read/answer-fields.js';
import { choiceText, listText } from '../answers/show/answer-words.js';
import { answerMessages } from '../answers/answer-messages.js';
import { commentName, NONE, OTHER } from '../answers/answers.js';
import type { Checking } from '../answers/check/checking.js';
import type { ElementStates } from '../answers/state/element-states.js';
import { withOtherWords } from '../answers/check/other-words.js';
import { readOne, readSome, valuesOf } from '../answers/read/read-choices.js';
import { single } from '../answers/read/read-parts.js';
import { valuesOf as postedValues } from '../browser/browser-readings.js';
import { countChecks } from '../compile/compile-validators.js';
import type { MultipleChoiceQuestion, SingleChoiceQuestion } from '../plan/choice-questions.js';
import { isUnconditional, otherChoiceOf, type Choice, type ChoiceList } from '../plan/plan-choices.js';
import { countRule, validatorOf } from '../view/hint-rules.js';
import { respondentTexts } from '../view/respondent-texts.js';
import type { AnyQuestion, QuestionKind } from './question-kind.js';

type ListQuestion = AnyQuestion & { choices: Choice[] } & Partial<ChoiceList>;

/** What all kinds with a list of choices have in common. */
export const choiceKind = {
  options: ({ choices }) => choices,
  texts: ({ choices }) => choices.map(({ text }) => text),
  display: (question, answer, locale, values) =>
    listText(answer, (value) => chosenText(question, value, locale, values)),
} satisfies Partial<QuestionKind<ListQuestion>>;

function chosenText(
  question: ListQuestion,
  value: unknown,
  locale: Locale,
  values: ElementStates['values'],
): string {
  const other = otherChoiceOf(question);
  const words = values[commentName(question.name)];
  if (other && value === OTHER) return typeof words === 'string' ? words : textIn(other.text, locale);
  if (question.none && value === NONE) return textIn(question.none, locale);
  return choiceText(question.choices, value, locale);
}

/** Too few are none as well, where a least number is asked for, as in SurveyJS. */
function multipleCountError(
  { none, minSelected, maxSelected }: MultipleChoiceQuestion<string>,
  chosen: readonly unknown[],
  { locale }: Checking,
): string | null {
  const messages = answerMessages[locale];
  if (none !== null && chosen.includes(NONE)) {
    return chosen.length > 1 ? messages.noneAlone({ none: textIn(none, locale) }) : null;
  }
  return numberError(chosen.length, minSelected, maxSelected, locale);
}

/** Fewer or more than can be chosen. */
export function numberError(
  count: number,
  min: number | null,
  max: number | null,
  locale: Locale,
): string | null {
  const messages = answerMessages[locale];
  if (min !== null && count < min) return messages.chooseAtLeast({ count: min });
  return max !== null && count > max ? messages.chooseAtMost({ count: max }) : null;
}

/** How many are wanted, be it by the question's own bounds or by a check. */
function multipleHint(
  { validators, minSelected, maxSelected }: MultipleChoiceQuestion<string>,
  locale: Locale,
): string | null {
  const count = validatorOf(validators, 'answercount');
  const { choose } = respondentTexts[locale];
  return countRule(minSelected ?? count?.min ?? null, maxSelected ?? count?.max ?? null, choose);
}

/** What each kind with a list says itself. */
type OwnParts = 'editor' | 'properties' | 'compile';

/** Exactly one of a list, whatever it looks like. */
export const singleChoiceKind = {
  ...choiceKind,
  shape: () => 'one',
  read(question, form, locale) {
    const field = fieldOf(question);
    const read = single(question.name, field, readOne(valuesOf(question), form, field, locale));
    return withOtherWords(read, question, form, locale);
  },
  missing: (_question, { chooseOne }) => chooseOne,
  inLetter({ choices, other }, locale) {
    if (other || !choices.every(isUnconditional)) return null;
    const answers = choices.map(({ value, text }) => ({ value: String(value), text: textIn(text, locale) }));
    return { ends: null, isScale: false, choices: answers };
  },
  seconds: () => 5,
  reading: (question) => ({ field: fieldOf(question), as: 'one', ...postedValues(question.choices) }),
} satisfies Omit<QuestionKind<SingleChoiceQuestion<string>>, OwnParts>;

/** Any number of a list, whatever it looks like. */
export const multipleChoiceKind = {
  ...choiceKind,
  validators: countChecks,
  shape: () => 'many',
  read(question, form, locale) {
    const field = fieldOf(question);
    const read = single(question.name, field, readSome(valuesOf(question), form, field, locale));
    return withOtherWords(read, question, form, locale);
  },
  missing: (_question, { chooseSome }) => chooseSome,
  countError: multipleCountError,
  seconds: () => 10,
  room: ({ choices }) => ({ fields: choices.length + 2, characters: 0 }),
  hint: multipleHint,
  reading: (question) => ({ field: fieldOf(question), as: 'many', ...postedValues(question.choices) }),
} satisfies Omit<QuestionKind<MultipleChoiceQuestion<string>>, OwnParts>;
