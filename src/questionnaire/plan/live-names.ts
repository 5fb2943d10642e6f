import { commentName } from '../answers/answers.js';
import { isCalculated } from './calculated.js';
import { isLive } from './live-expressions.js';
import { questionsOf, questionsWithin, type QuestionnairePlan } from './questionnaire-plan.js';

/**
 * Names whose values can change while a page is open: its own questions and whatever is calculated from them,
 * however long the way. Everything else stays as it was when the page was sent.
 */
export function liveNames(plan: QuestionnairePlan, pageIndex: number): ReadonlySet<string> {
  const page = plan.pages[pageIndex];
  const live = new Set<string>();
  for (const { name } of page ? questionsWithin(page) : []) live.add(name).add(commentName(name));

  const derived = [...plan.calculated, ...questionsOf(plan).filter(isCalculated)];
  let before = -1;
  while (before !== live.size) {
    before = live.size;
    for (const { name, expression } of derived) if (isLive(expression, live)) live.add(name);
  }
  return live;
}
