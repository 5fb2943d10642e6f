import { isDeepStrictEqual } from 'node:util';
import type { Locale } from '../common/locale.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import {
  type CheckedPage,
  checkPage,
  checkWhole,
  type FieldError,
  newlyShown,
} from '../questionnaire/answers/check/check-answers.js';
import { stepAfter } from '../questionnaire/answers/state/flow.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import type { PlanQuestion } from '../questionnaire/kinds/registry.js';
import type { QuestionnaireState } from '../questionnaire/answers/state/questionnaire-state.js';
import { shownPages, evaluateQuestionnaire } from '../questionnaire/answers/state/evaluate-questionnaire.js';
import { textOf } from '../respondents/respondent-http.js';
import type { Session } from './session.js';

/** One page as it was sent, put among the answers of the others. */
export interface TakenPage {
  pageIndex: number;
  form: AnswerForm;
  /** What holds with these answers. */
  state: QuestionnaireState;
  errors: readonly FieldError[];
  /** Questions of this page that its own answers have brought up, and that nobody has seen yet. */
  appeared: readonly PlanQuestion[];
  /** The page among answers that may have changed meanwhile. */
  checkedWith: (kept: Answers) => CheckedPage;
}

/** Reads one page's form. Where a page's own answers bring up further questions of it, these are not wrong yet. */
export function takePage(session: Session, pageIndex: number, form: AnswerForm): TakenPage {
  const { plan, known, respondent, locale } = session;
  const check = (kept: Answers) =>
    checkPage(evaluateQuestionnaire(plan, kept, respondent), pageIndex, form, locale);
  const checked = check(known);
  const { errors, state } = checked;
  const seen = textOf(form['shown']);
  const appeared = seen === null ? [] : newlyShown(seen.split(' '), state, pageIndex);
  const unseen = new Set(appeared.map(({ name }) => name));
  return {
    pageIndex,
    form,
    state,
    errors: errors.filter(({ question }) => !unseen.has(question)),
    appeared,
    checkedWith: (kept) => (isDeepStrictEqual(kept, known) ? checked : check(kept)),
  };
}

/** Where a page leads that has been taken, or `again` where something on it is wrong or new. */
export type Turn =
  { kind: 'again' } | { kind: 'page'; pageIndex: number } | { kind: 'submit' } | { kind: 'screened_out' };

/** Forward from a page. The button says next or submit by what was known when it was drawn; the answers decide. */
export function turnOf(page: TakenPage): Turn {
  if (page.errors.length > 0 || page.appeared.length > 0) return { kind: 'again' };
  return stepAfter(page.state, page.pageIndex);
}

/** A page that has something to show: the wanted one, else the next one that has, else the last. */
export function shownPage(state: QuestionnaireState, wanted: number): number {
  const pages = shownPages(state);
  return pages.find((page) => page >= wanted) ?? pages.at(-1) ?? 0;
}

/** The page a form says it comes from; anything may have been sent. */
export function pageNamed({ pages }: Session['plan'], form: AnswerForm): number {
  const page = Number(textOf(form['page']) ?? '0');
  return Number.isInteger(page) ? Math.min(Math.max(page, 0), pages.length - 1) : 0;
}

/** Some page still lacks something. */
export class AnswersIncomplete extends Error {
  constructor(
    readonly answers: Answers,
    readonly errors: readonly FieldError[],
    /** The first page that does. */
    readonly pageIndex: number,
  ) {
    super();
  }
}

/**
 * The answers as they are stored: cleaned of what is no longer there, with what is calculated.
 *
 * @param last the page that was sent last, among the answers of the others
 * @param untilPage where somebody was screened out: later pages were never asked
 * @throws AnswersIncomplete
 */
export function wholeAnswers(last: CheckedPage, locale: Locale, untilPage?: number): Answers {
  const whole = checkWhole(last.state, locale, { last, ...(untilPage !== undefined && { untilPage }) });
  const [first] = whole.errors;
  if (first) throw new AnswersIncomplete(last.answers, whole.errors, first.pageIndex);
  return whole.answers;
}
