import { textIn, type LocalizedText, type Locale } from '../../common/locale.js';
import { answerMessages } from './answer-messages.js';
import type { CellColumn } from '../kinds/matrixdropdown/matrixdropdown.plan.js';
import type { PlanQuestion } from '../plan/plan-question.js';

/** What people are told about an answer that is missing: the survey's own words, or those of its kind. */
export function missingText(
  asked: { kind: (PlanQuestion | CellColumn)['kind']; look?: unknown; requiredText: LocalizedText | null },
  locale: Locale,
): string {
  if (asked.requiredText !== null) return textIn(asked.requiredText, locale);
  const messages = answerMessages[locale];
  switch (asked.kind) {
    case 'text':
    case 'comment':
    case 'expression':
      return messages.fillIn;
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'imagepicker':
      return messages.chooseOne;
    case 'boolean':
      return asked.look === 'checkbox' ? messages.tick : messages.chooseOne;
    case 'checkbox':
    case 'tagbox':
      return messages.chooseSome;
    case 'ranking':
      return messages.rankAtLeast({ count: 1 });
    case 'matrix':
      return messages.chooseInOneRow;
    case 'matrixdropdown':
    case 'multipletext':
      return messages.fillInOne;
  }
}
