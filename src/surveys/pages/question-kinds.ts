import type { KindId } from '../../questionnaire/kinds/kind-offer.js';
import { kindOf } from '../../questionnaire/kinds/registry.js';
import type { PlanElement } from '../../questionnaire/plan/questionnaire-plan.js';

/** What kind an element of a compiled questionnaire is, as the editor says it of the same element. */
export function kindOfElement(element: PlanElement): KindId {
  if (element.kind === 'note') return 'html';
  if (element.kind === 'panel') return 'panel';
  return kindOf(element).variant?.(element) ?? element.kind;
}
