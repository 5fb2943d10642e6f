import { InvalidInput } from '../common/errors.js';
import type { Locale } from '../common/locale.js';
import { formOfAnswers, type AnswerForm } from './answer-form.js';
import { checkAnswer } from './check-answer.js';
import { isQuestion, type Answers, type AnswerValue, type QuestionnairePlan } from './questionnaire-plan.js';

/** One thing to put right, beside the field it is about. */
export interface FieldError {
  /** Page the question stands on, counted from 0. */
  pageIndex: number;
  /** Name of the question. */
  question: string;
  /** Name of the form field, see `fieldOf`. */
  field: string;
  message: string;
}

export interface CheckedAnswers {
  /** What could be taken, in SurveyJS' shape; never anything that the plan does not know. */
  answers: Answers;
  errors: FieldError[];
}

/**
 * Turns posted fields into answers. Nothing that comes in is trusted: fields the plan does not know are
 * passed over, a value that was not on offer is an error, texts are cleaned of control characters.
 *
 * Checking one page leaves the others alone; `all` takes the form as if every page had been posted.
 *
 * @throws InvalidInput if there is no such page
 */
export function checkAnswers(
  plan: QuestionnairePlan,
  pageIndex: number | 'all',
  form: AnswerForm,
  locale: Locale,
): CheckedAnswers {
  if (pageIndex !== 'all' && !plan.pages[pageIndex]) {
    throw new InvalidInput([{ path: 'page', message: 'There is no such page.' }]);
  }
  const answers = new Map<string, AnswerValue>();
  const errors: FieldError[] = [];
  plan.pages.forEach((page, index) => {
    if (pageIndex !== 'all' && pageIndex !== index) return;
    for (const question of page.elements.filter(isQuestion)) {
      const checked = checkAnswer(question, form, locale);
      checked.values.forEach(([name, value]) => answers.set(name, value));
      checked.errors.forEach((error) => errors.push({ pageIndex: index, question: question.name, ...error }));
    }
  });
  return { answers: Object.fromEntries(answers), errors };
}

/**
 * Checks answers that were kept or carried along, such as those of an anonymous survey's hidden field,
 * as strictly as posted ones. Takes anything.
 */
export function checkKeptAnswers(plan: QuestionnairePlan, answers: unknown, locale: Locale): CheckedAnswers {
  return checkAnswers(plan, 'all', formOfAnswers(plan, answers, locale), locale);
}
