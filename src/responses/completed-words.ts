import type { Locale, LocalizedText } from '../common/locale.js';
import { piped } from '../questionnaire/piping.js';
import { holds, reckoningOf } from '../questionnaire/reckoning.js';
import type { Standing } from '../questionnaire/questionnaire-state.js';

/** The survey's own words at the end: those whose condition holds, where the answers are known. */
export function completedWords(standing: Standing, isKnown: boolean, locale: Locale): LocalizedText | null {
  const { plan, state, surroundings } = standing;
  const reckoning = reckoningOf(plan, new Map(Object.entries(state.values)), surroundings);
  const special = isKnown ? plan.completedTextsIf.find(({ when }) => holds(reckoning, when)) : undefined;
  const text = special?.text ?? plan.completedText;
  if (!text) return null;
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, piped(words, standing, locale)]),
  );
}
