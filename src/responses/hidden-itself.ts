import type { PlanElement } from '../questionnaire/questionnaire-plan.js';
import type { Standing } from '../questionnaire/questionnaire-state.js';
import { reckoningOf, worth } from '../questionnaire/reckoning.js';

/**
 * Whether an element is hidden by its own condition, or is a panel with nothing left in it; what it lies
 * in may be hidden or not. Only so can the script bring back a panel with all that belongs in it.
 */
export function isHiddenItself(element: PlanElement, standing: Standing): boolean {
  const { plan, state, surroundings } = standing;
  if (!state.hidden.has(element.id)) return false;
  if (element.kind === 'panel' && element.elements.every((inner) => isHiddenItself(inner, standing))) {
    return true;
  }
  if (element.visibleIf === null) return false;
  return (
    worth(reckoningOf(plan, new Map(Object.entries(state.values)), surroundings), element.visibleIf) !== true
  );
}
