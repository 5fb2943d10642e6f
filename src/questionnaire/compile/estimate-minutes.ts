import type { LocalizedText } from '../../common/locale.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import { questionsOf, type PlanElement, type QuestionnairePlan } from '../plan/questionnaire-plan.js';

/** Silent reading of non-fiction: 238 words a minute (Brysbaert 2019, meta-analysis of 190 studies). */
const WORDS_PER_MINUTE = 238;
/** Of one line of text. */
const SECONDS_PER_LINE = 12;

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
  const seconds = questionsOf(plan).reduce((sum, question) => sum + secondsToAnswer(question), 0);
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE + seconds / 60));
}

function secondsToAnswer(question: PlanQuestion): number {
  switch (question.kind) {
    case 'text':
      return SECONDS_PER_LINE;
    case 'comment':
      return question.required ? 45 : 20;
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return 5;
    case 'checkbox':
    case 'tagbox':
    case 'imagepicker':
      return 10;
    case 'ranking':
      return 5 * question.choices.length;
    case 'boolean':
      return 4;
    case 'matrix':
      return 5 * question.rows.length;
    case 'matrixdropdown':
      return 5 * question.rows.length * question.columns.length;
    case 'multipletext':
      return SECONDS_PER_LINE * question.items.length;
    case 'expression':
      return 0;
  }
}

function textsOfElement(element: PlanElement): (LocalizedText | null)[] {
  if (element.kind === 'note') return [element.text];
  if (element.kind === 'panel')
    return [element.title, element.text, ...element.elements.flatMap(textsOfElement)];

  const head = [element.title, element.description];
  if ('choices' in element) return [...head, ...element.choices.map(({ text }) => text)];
  if (element.kind === 'multipletext') return [...head, ...element.items.map(({ title }) => title)];
  if (element.kind === 'matrix')
    return [...head, ...[...element.rows, ...element.columns].map(({ text }) => text)];
  if (element.kind === 'matrixdropdown') {
    return [...head, ...element.rows.map(({ text }) => text), ...element.columns.map(({ title }) => title)];
  }
  return head;
}

function wordsIn(text: string | undefined): number {
  return text?.split(/\s+/u).filter((word) => word !== '').length ?? 0;
}
