import { namesOf, lowerCaseNamesIn } from '../../plan/plan-names.js';
import { questionsWithin, type PlanTrigger } from '../../plan/questionnaire-plan.js';
import type { QuestionnaireState } from './questionnaire-state.js';
import { holds } from '../../expressions/evaluation-context.js';
import { contextOf } from './context-of-answers.js';
import { shownPages } from './evaluate-questionnaire.js';

/** What „Next“ leads to. */
export type Step = { kind: 'page'; pageIndex: number } | { kind: 'submit' } | { kind: 'screened_out' };

/**
 * Where somebody goes who leaves a page for the next one: triggers that read an answer of this page are
 * asked first, then comes the next page that has something to show. The last page has no triggers: what
 * it leads to is the end in any case.
 */
export function stepAfter(state: QuestionnaireState, pageIndex: number): Step {
  const following = shownPages(state).filter((index) => index > pageIndex);
  const [next] = following;
  if (next === undefined) return { kind: 'submit' };
  const pulled = state.plan.triggers.filter((trigger) => isPulled(state, trigger, pageIndex));
  if (pulled.some(({ kind }) => kind === 'complete')) return { kind: 'screened_out' };
  const skip = pulled.findLast((trigger) => trigger.kind === 'skip' && following.includes(trigger.toPage));
  return { kind: 'page', pageIndex: skip?.kind === 'skip' ? skip.toPage : next };
}

/** The pages somebody with these answers goes through, up to the end or to where they are screened out. */
export function pathThrough(state: QuestionnaireState): number[] {
  const path: number[] = [];
  const [first] = shownPages(state);
  let step: Step = first === undefined ? { kind: 'submit' } : { kind: 'page', pageIndex: first };
  while (step.kind === 'page') {
    path.push(step.pageIndex);
    step = stepAfter(state, step.pageIndex);
  }
  return path;
}

/** The page people came from: pages that were skipped are passed over backwards too. The page itself if it is the first. */
export function pageBefore(state: QuestionnaireState, pageIndex: number): number {
  return pathThrough(state).findLast((index) => index < pageIndex) ?? pageIndex;
}

function isPulled(state: QuestionnaireState, trigger: PlanTrigger, pageIndex: number): boolean {
  if (!isAskedOn(state, trigger, pageIndex)) return false;
  return holds(contextOf(state), trigger.when);
}

/** A trigger is asked where something it reads is answered, or wherever it reads a calculated value. */
function isAskedOn({ plan }: QuestionnaireState, { when }: PlanTrigger, pageIndex: number): boolean {
  const read = lowerCaseNamesIn(when);
  const page = plan.pages[pageIndex];
  const answeredHere = page ? questionsWithin(page).map(({ name }) => name) : [];
  const names = [...answeredHere, ...namesOf(plan).calculated.map(({ name }) => name)];
  return read.size === 0 || names.some((name) => read.has(name.toLowerCase()));
}
