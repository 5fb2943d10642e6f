import type { Expression } from '../expressions/expression.js';

/** When an element is there, can be answered and must be; null: always, always, as `required` says. */
export interface Conditions {
  visibleIf: Expression | null;
  enableIf: Expression | null;
  requiredIf: Expression | null;
}

/** What pages, panels, notes and questions have in common. */
export interface ElementBasics extends Conditions {
  /** Place in the plan, for example `1.0.2`: the third element of the first element of the second page. */
  id: string;
}
