import type { Locale, LocalizedText } from '../common/locale.js';
import { piped } from '../questionnaire/answers/show/piping.js';
import { holds } from '../questionnaire/expressions/evaluation-context.js';
import { contextOf } from '../questionnaire/answers/state/context-of-answers.js';
import type { QuestionnaireState } from '../questionnaire/answers/state/questionnaire-state.js';

/** The survey's own words at the end: those whose condition holds, where the answers are known. */
export function completedWords(
  state: QuestionnaireState,
  isKnown: boolean,
  locale: Locale,
): LocalizedText | null {
  const { plan } = state;
  const context = contextOf(state);
  const special = isKnown ? plan.completedTextsIf.find(({ when }) => holds(context, when)) : undefined;
  const text = special?.text ?? plan.completedText;
  if (!text) return null;
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, piped(words, state, locale)]),
  );
}
