import type { Locale } from '../../common/locale.js';
import { kindOf, type PlanQuestion } from '../kinds/registry.js';

/** What a question asks for besides its words, told before anything can go wrong (WCAG 3.3.2). */
export function answerHint(question: PlanQuestion, locale: Locale): string | null {
  return kindOf(question).hint?.(question, locale) ?? null;
}
