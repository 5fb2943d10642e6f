import { type Locale, type LocalizedText, textIn } from '../common/locale.js';
import type { LetterQuestion, LetterQuestions } from '../composer/letter-question.js';
import type { PlanQuestion } from '../questionnaire/plan/plan-question.js';
import type { PlanElement, QuestionnairePlan } from '../questionnaire/plan/questionnaire-plan.js';
import type { Privacy } from '../surveys/survey.entity.js';

const MOST_CHOICES = 11;

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

function isUnconditional({ visibleIf, enableIf }: Pick<PlanElement, 'visibleIf' | 'enableIf'>): boolean {
  return visibleIf === null && enableIf === null;
}

function inLetter(question: PlanQuestion, locale: Locale): LetterQuestion | null {
  const words = (text: LocalizedText | null) => (text ? textIn(text, locale) : '');
  const { name } = question;
  const title = words(question.title);
  // What is put in from answers or attributes only the page knows.
  if (title.includes('{')) return null;
  switch (question.kind) {
    case 'rating': {
      const { values, minText, maxText } = question;
      const [first] = values;
      const last = values.at(-1);
      if (values.length > MOST_CHOICES || !first || !last) return null;
      const ends = [
        minText && `${first.value} = ${words(minText)}`,
        maxText && `${last.value} = ${words(maxText)}`,
      ].filter(Boolean);
      const choices = values.map(({ value, text }) => ({
        value: String(value),
        text: text ? words(text) : String(value),
      }));
      return { name, title, ends: ends.length > 0 ? ends.join(', ') : null, isScale: true, choices };
    }
    case 'radiogroup':
    case 'dropdown': {
      const { choices, other } = question;
      if (other || choices.length > MOST_CHOICES || !choices.every(isUnconditional)) return null;
      const answers = choices.map(({ value, text }) => ({ value: String(value), text: words(text) }));
      return { name, title, ends: null, isScale: false, choices: answers };
    }
    default:
      return null;
  }
}
