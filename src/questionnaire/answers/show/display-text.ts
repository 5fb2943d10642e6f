import type { Locale } from '../../../common/locale.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import type { ElementStates } from '../state/element-states.js';

/**
 * An answer in words: texts of choices, dates and numbers as people of this language write them, several
 * separated by commas. Empty if there is no answer.
 */
export function displayText(
  question: PlanQuestion,
  answer: unknown,
  locale: Locale,
  { values }: Pick<ElementStates, 'values'>,
): string {
  return kindOf(question).display(question, answer, locale, values);
}
