import type { LocalizedText } from '../common/locale.js';
import { questionsOf, type PlanQuestion, type QuestionnairePlan } from './questionnaire-plan.js';

/** Silent reading of non-fiction: 238 words a minute (Brysbaert 2019, meta-analysis of 190 studies). */
const WORDS_PER_MINUTE = 238;

/**
 * Rule of thumb for „dauert etwa … Minuten“: the time to read everything once in the main language,
 * and beside it some seconds to decide and act for each question. Rounded up, so that nobody is
 * promised less than it takes. It is a promise in a letter, not a measurement.
 */
export function estimateMinutes(plan: QuestionnairePlan): number {
  const texts = [plan.title, plan.description, ...plan.pages.flatMap(textsOfPage)];
  const words = texts.reduce((sum, text) => sum + wordsIn(text?.[plan.language]), 0);
  const seconds = questionsOf(plan).reduce((sum, question) => sum + secondsToAnswer(question), 0);
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE + seconds / 60));
}

function secondsToAnswer(question: PlanQuestion): number {
  switch (question.kind) {
    case 'text':
      return 12;
    case 'comment':
      return question.required ? 45 : 20;
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return 5;
    case 'checkbox':
      return 10;
    case 'boolean':
      return 4;
    case 'matrix':
      return 5 * question.rows.length;
  }
}

function textsOfPage(page: QuestionnairePlan['pages'][number]): (LocalizedText | null)[] {
  return [page.title, page.description, ...page.elements.flatMap(textsOfElement)];
}

function textsOfElement(
  element: QuestionnairePlan['pages'][number]['elements'][number],
): (LocalizedText | null)[] {
  if (element.kind === 'note') return [element.title, element.text];
  const head = [element.title, element.description];
  if ('choices' in element) return [...head, ...element.choices.map((choice) => choice.text)];
  if (element.kind === 'matrix')
    return [...head, ...[...element.rows, ...element.columns].map((item) => item.text)];
  return head;
}

function wordsIn(text: string | undefined): number {
  return text?.split(/\s+/u).filter((word) => word !== '').length ?? 0;
}
