import { namesOf, optionsOf } from '../../plan/plan-names.js';
import type { Answers } from '../answers.js';
import type { PlanQuestion } from '../../kinds/registry.js';
import {
  questionsWithin,
  type PlanElement,
  type PlanPage,
  type QuestionnairePlan,
} from '../../plan/questionnaire-plan.js';
import type { ElementStates } from './element-states.js';
import type { QuestionnaireState, RespondentContext } from './questionnaire-state.js';
import { evaluateIn, type EvaluationContext } from '../../expressions/evaluation-context.js';
import { evaluationContextOf } from './context-of-answers.js';
import { unavailableOf, settle, withheldOf } from './settled-values.js';

/** Evaluates what holds at these answers, as survey-core does; the conformance test holds the two together. */
export function evaluateQuestionnaire(
  plan: QuestionnairePlan,
  answers: Answers,
  respondent: RespondentContext,
): QuestionnaireState {
  const context = evaluationContextOf(plan, new Map<string, unknown>(Object.entries(answers)), respondent);
  settle(plan, context);
  const state = {
    hidden: new Set<string>(),
    disabled: new Set<string>(),
    required: new Set<string>(),
    ...choiceStatesAt(plan, context),
    values: Object.fromEntries(context.values),
  };
  for (const page of plan.pages) {
    findHidden(page, context, state.hidden);
    fill(page, context, state, false, false);
  }
  return { plan, answers, respondent, ...state };
}

/** Whether an element is there: neither it nor anything it lies in is hidden. */
export function isShown(state: QuestionnaireState, { id }: { id: string }): boolean {
  return !state.hidden.has(id);
}

/** Indices of the pages that have something to show. */
export function shownPages(state: QuestionnaireState): number[] {
  return state.plan.pages.flatMap((page, index) => (isShown(state, page) ? [index] : []));
}

/** The shown questions of a page, those within panels included, in the order of the questionnaire. */
export function shownQuestions(state: QuestionnaireState, pageIndex: number): PlanQuestion[] {
  const page = state.plan.pages[pageIndex];
  return page ? questionsWithin(page).filter((question) => isShown(state, question)) : [];
}

type Filling = { [K in 'hidden' | 'disabled' | 'required']: Set<string> };
type Element = PlanElement | PlanPage;

function fill(
  element: Element,
  context: EvaluationContext,
  state: Filling,
  isHiddenAbove: boolean,
  isDisabledAbove: boolean,
): void {
  const { id, enableIf } = element;
  const isHidden = isHiddenAbove || state.hidden.has(id);
  const isDisabled = isDisabledAbove || (enableIf !== null && evaluateIn(context, enableIf) === false);
  if (isHidden) state.hidden.add(id);
  if (isDisabled) state.disabled.add(id);
  if (isRequired(element, context)) state.required.add(id);
  for (const inner of innerElements(element)) fill(inner, context, state, isHidden, isDisabled);
}

/** Notes what is hidden by itself; a page or panel with nothing visible in it is not visible either. */
function findHidden(element: Element, context: EvaluationContext, hidden: Set<string>): boolean {
  let isEmptied = 'elements' in element;
  for (const inner of innerElements(element)) isEmptied = findHidden(inner, context, hidden) && isEmptied;
  const isHidden =
    isEmptied || (element.visibleIf !== null && evaluateIn(context, element.visibleIf) !== true);
  if (isHidden) hidden.add(element.id);
  return isHidden;
}

/** A condition goes before a plain `isRequired`, as in SurveyJS. */
function isRequired(element: Element, context: EvaluationContext): boolean {
  if (!('required' in element)) return false;
  return element.requiredIf === null ? element.required : evaluateIn(context, element.requiredIf) === true;
}

const nothing: readonly PlanElement[] = [];

function innerElements(element: Element): readonly PlanElement[] {
  return 'elements' in element ? element.elements : nothing;
}

type ChoiceStates = Pick<ElementStates, 'withheld' | 'unavailable'>;

/** What is not on offer, or cannot be chosen, of all choices and rows that have conditions. */
function choiceStatesAt(plan: QuestionnairePlan, context: EvaluationContext): ChoiceStates {
  const withheld = new Map<string, ReadonlySet<string>>();
  const unavailable = new Map<string, ReadonlySet<string>>();
  const keep = (into: Map<string, ReadonlySet<string>>, key: string, values: ReadonlySet<string>): void => {
    if (values.size > 0) into.set(key, values);
  };
  for (const question of namesOf(plan).withConditions) {
    const options = optionsOf(question);
    keep(withheld, question.id, withheldOf(options, context));
    keep(unavailable, question.id, unavailableOf(options, context));
  }
  return { withheld, unavailable };
}
