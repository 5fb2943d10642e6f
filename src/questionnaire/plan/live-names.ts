import { namesIn, type Expression } from '../expressions/expression.js';
import { commentName } from '../answers/answers.js';
import type { ExpressionQuestion } from './plan-question.js';
import { questionsOf, questionsWithin, type QuestionnairePlan } from './questionnaire-plan.js';

/**
 * Names whose values can change while a page is open: its own questions and whatever is worked out from
 * them, however long the way. Everything else stays as it was when the page was sent.
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

/** Whether an expression may come to something else while the page is open. */
export function isLive(expression: Expression | null, live: ReadonlySet<string>): boolean {
  return expression !== null && namesIn(expression).some((root) => reads(root, live));
}

/** Names are found in any case, and `a` may be the beginning of the name `a.b`; see `Path`. */
export function reads(root: string, names: Iterable<string>): boolean {
  const wanted = root.toLowerCase();
  for (const name of names) {
    const known = name.toLowerCase();
    if (known === wanted || known.startsWith(`${wanted}.`)) return true;
  }
  return false;
}

function isCalculated(question: { kind: string }): question is ExpressionQuestion {
  return question.kind === 'expression';
}
