import type { LocalizedText } from '../../common/locale.js';
import { kindOf } from '../kinds/registry.js';
import { questionsOf, type PlanElement, type QuestionnairePlan } from '../plan/questionnaire-plan.js';

/** Silent reading of non-fiction: 238 words a minute (Brysbaert 2019, meta-analysis of 190 studies). */
const WORDS_PER_MINUTE = 238;

/**
 * Rule of thumb for „dauert etwa … Minuten“: the time to read everything once in the main language,
 * and beside it some seconds to decide and act for each question. Rounded up, so that nobody is
 * promised less than it takes; what only some are asked counts as if all were. It is a promise in a
 * letter, not a measurement.
 */
export function estimateMinutes(plan: QuestionnairePlan): number {
  const ofPages = plan.pages.flatMap((page) => [
    ...[page.title, page.description],
    ...page.elements.flatMap(textsOfElement),
  ]);
  const texts = [plan.title, plan.description, ...ofPages];
  const words = texts.reduce((sum, text) => sum + wordsIn(text?.[plan.language]), 0);
  const seconds = questionsOf(plan).reduce((sum, question) => sum + kindOf(question).seconds(question), 0);
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE + seconds / 60));
}

function textsOfElement(element: PlanElement): (LocalizedText | null)[] {
  if (element.kind === 'note') return [element.text];
  if (element.kind === 'panel')
    return [element.title, element.text, ...element.elements.flatMap(textsOfElement)];

  return [element.title, element.description, ...(kindOf(element).texts?.(element) ?? [])];
}

function wordsIn(text: string | undefined): number {
  return text?.split(/\s+/u).filter((word) => word !== '').length ?? 0;
}
