import type { Locale } from '../../../common/locale.js';
import {
  commentFieldOf,
  entriesOf,
  fieldEntry,
  fieldOf,
  type AnswerForm,
  type Fields,
} from './answer-fields.js';
import { commentName, type Answers } from '../answers.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import { memoizeByPlan } from '../../plan/memoize-by-plan.js';
import { questionsWithin, type PlanPage, type QuestionnairePlan } from '../../plan/questionnaire-plan.js';

/**
 * The form that would have been posted to give these answers; the inverse of `readAnswer`. Takes
 * anything and leaves out what cannot be an answer, so that kept and carried answers pass through the
 * same checks as typed ones.
 */
export function formOfAnswers(
  questions: readonly PlanQuestion[],
  answers: unknown,
  locale: Locale,
): AnswerForm {
  const given = new Map(entriesOf(answers));
  return Object.fromEntries(
    questions.flatMap((question) => [
      ...fieldsOf(question, given.get(question.name), locale),
      ...fieldEntry(commentFieldOf(question), given.get(commentName(question.name))),
    ]),
  );
}

function fieldsOf(question: PlanQuestion, answer: unknown, locale: Locale): Fields {
  return kindOf(question).form?.(question, answer, locale) ?? fieldEntry(fieldOf(question), answer);
}

/** Answers with one page's put in place of what stood there before, so that a cleared field is cleared. */
export function replacePageAnswers(
  plan: QuestionnairePlan,
  pageIndex: number,
  before: Answers,
  ofPage: Answers,
): Answers {
  return { ...answersOfOtherPages(plan, pageIndex, before), ...ofPage };
}

/** The answers that belong to all pages but one, for example to be carried along in its form. */
export function answersOfOtherPages(plan: QuestionnairePlan, pageIndex: number, answers: Answers): Answers {
  const page = plan.pages[pageIndex];
  if (!page) return answers;
  const names = namesOn(page);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)));
}

const namesOn = memoizeByPlan(
  (page: PlanPage): ReadonlySet<string> =>
    new Set(questionsWithin(page).flatMap(({ name }) => [name, commentName(name)])),
);
