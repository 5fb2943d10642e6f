import { InvalidInput, problem } from '../../../common/errors.js';
import type { Locale } from '../../../common/locale.js';
import { formOfAnswers } from '../read/answer-form.js';
import type { AnswerForm } from '../read/answer-fields.js';
import { cleanedAnswers } from '../state/cleaned-answers.js';
import { containerFaults } from './container-faults.js';
import { faultsOf } from './faults.js';
import { pathThrough } from '../state/flow.js';
import { namesOf } from '../../plan/plan-names.js';
import { settlePosted } from './posted-answers.js';
import type { Answers } from '../answers.js';
import type { PlanQuestion } from '../../kinds/registry.js';
import { questionsWithin, type QuestionnairePlan } from '../../plan/questionnaire-plan.js';
import type { QuestionnaireState, RespondentContext } from '../state/questionnaire-state.js';
import { readAnswer } from '../read/read-answer.js';
import type { Fault, ReadAnswer } from '../read/reading.js';
import { contextOf } from '../state/context-of-answers.js';
import { shownQuestions, evaluateQuestionnaire } from '../state/evaluate-questionnaire.js';

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

/** A page that was checked, among the answers of the others. */
export interface CheckedPage extends CheckedAnswers {
  pageIndex: number;
  /** What holds with these answers. */
  state: QuestionnaireState;
  /** What was read from the page, before that was put among the answers. */
  reads: ReadonlyMap<PlanQuestion, ReadAnswer>;
}

/**
 * Turns the posted fields of a page into answers. Nothing that comes in is trusted: fields the plan does
 * not know are passed over, a value that was not on offer is an error, texts are cleaned of control
 * characters. What can be read is kept even if it is out of bounds, so that going back loses nothing.
 *
 * The answers are those of the whole questionnaire, the page's put in place of what stood there before;
 * conditions on the page see what was just posted.
 *
 * @throws InvalidInput if there is no such page
 */
export function checkPage(
  state: QuestionnaireState,
  pageIndex: number,
  form: AnswerForm,
  locale: Locale,
): CheckedPage {
  const page = state.plan.pages[pageIndex];
  if (!page) throw new InvalidInput([problem('page', 'questionnaire.no_such_page')]);
  const reads = readAll(questionsWithin(page), form, locale);
  const posted = settlePosted(state, pageIndex, reads, locale);
  const errors = errorsOn(posted.state, pageIndex, ({ id }) => posted.faults.get(id) ?? [], locale);
  return { pageIndex, answers: posted.state.answers, errors, state: posted.state, reads };
}

/**
 * Checks everything at the end, as SurveyJS does: the pages that these answers lead through, and no
 * others. What comes out is what is handed in, without answers of hidden questions and with the values
 * of expressions. `untilPage` leaves later pages unchecked, for people who are screened out. `last` is the
 * page that these answers have just come from: what was read and checked there is not gone through again.
 */
export function checkWhole(
  state: QuestionnaireState,
  locale: Locale,
  { untilPage = Infinity, last }: { untilPage?: number; last?: CheckedPage } = {},
): CheckedAnswers {
  const reads = readState(state, last?.reads ?? new Map(), locale);
  const errors = pathThrough(state)
    .filter((pageIndex) => pageIndex <= untilPage)
    .flatMap((pageIndex) => {
      if (pageIndex === last?.pageIndex) return last.errors;
      return errorsOn(state, pageIndex, (question) => reads.get(question)?.faults ?? [], locale);
    });
  return { answers: cleanedAnswers(state, reads), errors };
}

/**
 * Answers that were kept or carried along, such as those of an anonymous survey's hidden field, as if
 * they had just been typed: what could not have been is left out. Takes anything.
 */
export function checkKeptAnswers(
  plan: QuestionnairePlan,
  answers: unknown,
  locale: Locale,
  respondent: RespondentContext,
): Answers {
  const reads = readAll(
    namesOf(plan).questions,
    formOfAnswers(namesOf(plan).questions, answers, locale),
    locale,
  );
  const read = Object.fromEntries([...reads.values()].flatMap(({ values }) => values));
  const { values } = evaluateQuestionnaire(plan, read, respondent);
  return Object.fromEntries(
    Object.keys(read).flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]]] : [])),
  ) as Answers;
}

/** Questions that appeared on a page through answers on it, and that people have not seen yet. */
export function newlyShown(
  before: Iterable<string>,
  state: QuestionnaireState,
  pageIndex: number,
): PlanQuestion[] {
  const seen = new Set(before);
  return shownQuestions(state, pageIndex).filter(({ id }) => !seen.has(id));
}

function readAll(
  questions: readonly PlanQuestion[],
  form: AnswerForm,
  locale: Locale,
): ReadonlyMap<PlanQuestion, ReadAnswer> {
  return new Map(questions.map((question) => [question, readAnswer(question, form, locale)]));
}

/** Reads all that stands as if it had just been typed; what was just read, and stands as it was read, as it is. */
function readState(
  { plan, values }: QuestionnaireState,
  just: ReadonlyMap<PlanQuestion, ReadAnswer>,
  locale: Locale,
): ReadonlyMap<PlanQuestion, ReadAnswer> {
  const { questions } = namesOf(plan);
  const stands = ([{ name }, read]: [PlanQuestion, ReadAnswer]): boolean =>
    read.values.length === 0
      ? !Object.hasOwn(values, name)
      : read.values.every(([key, value]) => values[key] === value);
  const unchanged = new Map([...just].filter(stands));
  const others = questions.filter((question) => !unchanged.has(question));
  const form = formOfAnswers(others, values, locale);
  return new Map(
    questions.map((question) => [question, unchanged.get(question) ?? readAnswer(question, form, locale)]),
  );
}

/** What is wrong on a page, in its order: first what could not be read, else what breaks a rule. */
function errorsOn(
  state: QuestionnaireState,
  pageIndex: number,
  unreadable: (question: PlanQuestion) => readonly Fault[],
  locale: Locale,
): FieldError[] {
  const page = state.plan.pages[pageIndex];
  if (!page) return [];
  const context = contextOf(state);
  const errors = shownQuestions(state, pageIndex)
    .filter(({ id }) => !state.disabled.has(id))
    .flatMap((question) => {
      const first = unreadable(question);
      const faults = first.length > 0 ? first : faultsOf(question, { state, context, locale });
      return faults.map((fault) => ({ pageIndex, question: question.name, ...fault }));
    });
  const named = new Set(errors.map(({ question }) => question));
  for (const { question, ...fault } of containerFaults(page, state, locale)) {
    if (named.has(question.name)) continue;
    named.add(question.name);
    errors.push({ pageIndex, question: question.name, ...fault });
  }
  return errors;
}
