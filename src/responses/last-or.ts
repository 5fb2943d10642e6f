import { isLive, liveNames } from '../questionnaire/live-names.js';
import { questionsWithin, type PlanPage } from '../questionnaire/questionnaire-plan.js';
import type { Standing } from '../questionnaire/questionnaire-state.js';
import { isShown } from '../questionnaire/standing.js';

/** What the main button of a page does: nobody is told that they submit where a page may still follow. */
export function lastOr(standing: Standing, pageIndex: number): 'next' | 'submit' {
  const live = liveNames(standing.plan, pageIndex);
  const mayFollow = standing.plan.pages
    .slice(pageIndex + 1)
    .some((page) => isShown(standing, page) || mayAppear(page, live));
  return mayFollow ? 'next' : 'submit';
}

function mayAppear(page: PlanPage, live: ReadonlySet<string>): boolean {
  return (
    isLive(page.visibleIf, live) || questionsWithin(page).some(({ visibleIf }) => isLive(visibleIf, live))
  );
}
