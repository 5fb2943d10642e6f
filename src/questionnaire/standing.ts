import { namesOf, optionsOf } from './plan-names.js';
import type { Answers } from './answers.js';
import type { PlanQuestion } from './plan-question.js';
import {
  questionsWithin,
  type PlanElement,
  type PlanPage,
  type QuestionnairePlan,
} from './questionnaire-plan.js';
import type { QuestionnaireState, Standing, Surroundings } from './questionnaire-state.js';
import { reckoningOf, worth, type Reckoning } from './reckoning.js';
import { barredOf, settle, withheldOf } from './settled-values.js';

/** Works out what holds at these answers, as survey-core does; the conformance test holds the two together. */
export function standingOf(plan: QuestionnairePlan, answers: Answers, surroundings: Surroundings): Standing {
  const reckoning = reckoningOf(plan, new Map<string, unknown>(Object.entries(answers)), surroundings);
  settle(plan, reckoning);
  const state = {
    hidden: new Set<string>(),
    disabled: new Set<string>(),
    required: new Set<string>(),
    ...offersAt(plan, reckoning),
    values: Object.fromEntries(reckoning.values),
  };
  for (const page of plan.pages) {
    findHidden(page, reckoning, state.hidden);
    fill(page, reckoning, state, false, false);
  }
  return { plan, answers, state, surroundings };
}

/** Whether an element is there: neither it nor anything it lies in is hidden. */
export function isShown({ state }: Standing, { id }: { id: string }): boolean {
  return !state.hidden.has(id);
}

/** Indices of the pages that have something to show. */
export function shownPages(standing: Standing): number[] {
  return standing.plan.pages.flatMap((page, index) => (isShown(standing, page) ? [index] : []));
}

/** The shown questions of a page, those within panels included, in the order of the questionnaire. */
export function shownQuestions(standing: Standing, pageIndex: number): PlanQuestion[] {
  const page = standing.plan.pages[pageIndex];
  return page ? questionsWithin(page).filter((question) => isShown(standing, question)) : [];
}

type Filling = { [K in 'hidden' | 'disabled' | 'required']: Set<string> };
type Element = PlanElement | PlanPage;

function fill(
  element: Element,
  reckoning: Reckoning,
  state: Filling,
  isHiddenAbove: boolean,
  isDisabledAbove: boolean,
): void {
  const { id, enableIf } = element;
  const isHidden = isHiddenAbove || state.hidden.has(id);
  const isDisabled = isDisabledAbove || (enableIf !== null && worth(reckoning, enableIf) === false);
  if (isHidden) state.hidden.add(id);
  if (isDisabled) state.disabled.add(id);
  if (isRequired(element, reckoning)) state.required.add(id);
  for (const inner of innerElements(element)) fill(inner, reckoning, state, isHidden, isDisabled);
}

/** Notes what is hidden by itself; a page or panel with nothing visible in it is not visible either. */
function findHidden(element: Element, reckoning: Reckoning, hidden: Set<string>): boolean {
  let isEmptied = 'elements' in element;
  for (const inner of innerElements(element)) isEmptied = findHidden(inner, reckoning, hidden) && isEmptied;
  const isHidden = isEmptied || (element.visibleIf !== null && worth(reckoning, element.visibleIf) !== true);
  if (isHidden) hidden.add(element.id);
  return isHidden;
}

/** A condition goes before a plain `isRequired`, as in SurveyJS. */
function isRequired(element: Element, reckoning: Reckoning): boolean {
  if (!('required' in element)) return false;
  return element.requiredIf === null ? element.required : worth(reckoning, element.requiredIf) === true;
}

const nothing: readonly PlanElement[] = [];

function innerElements(element: Element): readonly PlanElement[] {
  return 'elements' in element ? element.elements : nothing;
}

type Offers = Pick<QuestionnaireState, 'withheld' | 'barred'>;

/** What is not on offer, or cannot be chosen, of all choices and rows that have conditions. */
function offersAt(plan: QuestionnairePlan, reckoning: Reckoning): Offers {
  const withheld = new Map<string, ReadonlySet<string>>();
  const barred = new Map<string, ReadonlySet<string>>();
  const keep = (into: Map<string, ReadonlySet<string>>, key: string, values: ReadonlySet<string>): void => {
    if (values.size > 0) into.set(key, values);
  };
  for (const question of namesOf(plan).withConditions) {
    const options = optionsOf(question);
    keep(withheld, question.id, withheldOf(options, reckoning));
    keep(barred, question.id, barredOf(options, reckoning));
  }
  return { withheld, barred };
}
