import { commentFieldOf } from '../answers/read/answer-fields.js';
import type { PlanQuestion } from '../kinds/registry.js';
import { viewOf } from '../kinds/view-registry.js';
import { controlId } from './field.js';
import type { Page } from './question-view.js';

/** Id of the control that an error leads to: the text field, or the first choice of a group as it is drawn. */
export function controlIdOf(question: PlanQuestion, field: string, page: Page): string {
  const id = controlId(question);
  if (field === commentFieldOf(question)) return `${id}-words`;
  const key = viewOf(question).controlKey?.(question, field, page) ?? null;
  return key === null ? id : `${id}-${key}`;
}
