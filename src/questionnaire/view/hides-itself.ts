import type { PlanElement } from '../plan/questionnaire-plan.js';
import type { QuestionnaireState } from '../answers/state/questionnaire-state.js';
import { evaluateIn } from '../expressions/evaluation-context.js';
import { contextOf } from '../answers/state/context-of-answers.js';

/**
 * Whether an element is hidden by its own condition, or is a panel with nothing left in it; what it lies
 * in may be hidden or not. Only so can the script bring back a panel with all that belongs in it.
 */
export function hidesItself(element: PlanElement, state: QuestionnaireState): boolean {
  if (!state.hidden.has(element.id)) return false;
  if (element.kind === 'panel' && element.elements.every((inner) => hidesItself(inner, state))) {
    return true;
  }
  if (element.visibleIf === null) return false;
  return evaluateIn(contextOf(state), element.visibleIf) !== true;
}
