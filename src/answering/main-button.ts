import { isLive } from '../questionnaire/plan/live-expressions.js';
import { liveNames } from '../questionnaire/plan/live-names.js';
import { questionsWithin, type PlanPage } from '../questionnaire/plan/questionnaire-plan.js';
import type { QuestionnaireState } from '../questionnaire/answers/state/questionnaire-state.js';
import { isShown } from '../questionnaire/answers/state/evaluate-questionnaire.js';

/** What the main button of a page does: nobody is told that they submit where a page may still follow. */
export function mainButton(state: QuestionnaireState, pageIndex: number): 'next' | 'submit' {
  const live = liveNames(state.plan, pageIndex);
  const mayFollow = state.plan.pages
    .slice(pageIndex + 1)
    .some((page) => isShown(state, page) || mayAppear(page, live));
  return mayFollow ? 'next' : 'submit';
}

function mayAppear(page: PlanPage, live: ReadonlySet<string>): boolean {
  return (
    isLive(page.visibleIf, live) || questionsWithin(page).some(({ visibleIf }) => isLive(visibleIf, live))
  );
}
