import { type Locale, textIn } from '../common/locale.js';
import type { LetterQuestion, LetterQuestions } from '../composer/letter-question.js';
import { kindOf, type PlanQuestion } from '../questionnaire/kinds/registry.js';
import { isUnconditional } from '../questionnaire/plan/plan-choices.js';
import type { PlanElement, QuestionnairePlan } from '../questionnaire/plan/questionnaire-plan.js';
import type { Privacy } from '../surveys/survey.entity.js';

/** More links than that make a letter hard to read. */
const MAX_CHOICES = 11;

/**
 * Questions a letter may ask: a rating, or one choice of a few, that everybody is asked. Only in identified
 * surveys: an address that holds the person's token and an answer is written down by servers on the way.
 */
export function letterQuestions(plan: QuestionnairePlan, privacy: Privacy, locale: Locale): LetterQuestions {
  if (privacy !== 'identified') return new Map();
  const asked = plan.pages.filter(isUnconditional).flatMap(({ elements }) => unconditional(elements));
  return new Map(
    asked.flatMap((question) => {
      const asLetter = inLetter(question, locale);
      return asLetter ? [[question.name, asLetter]] : [];
    }),
  );
}

function unconditional(elements: readonly PlanElement[]): PlanQuestion[] {
  return elements.filter(isUnconditional).flatMap((element): PlanQuestion[] => {
    if (element.kind === 'panel') return unconditional(element.elements);
    return element.kind === 'note' ? [] : [element];
  });
}

function inLetter(question: PlanQuestion, locale: Locale): LetterQuestion | null {
  const title = textIn(question.title, locale);
  // What is put in from answers or attributes only the page knows.
  if (title.includes('{')) return null;
  const asked = kindOf(question).inLetter?.(question, locale) ?? null;
  if (asked === null || asked.choices.length > MAX_CHOICES) return null;
  return { name: question.name, title, ...asked };
}
