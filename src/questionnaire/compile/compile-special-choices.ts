import { locales, type LocalizedText } from '../../common/locale.js';
import { texts } from '../../common/texts.js';
import type { JsonNode } from './questionnaire-json.js';
import type { OtherChoice } from '../plan/plan-choices.js';

const DEFAULT_OTHER_LENGTH = 1000;

export function compileOther(node: JsonNode, maxLength: number | null): OtherChoice {
  return {
    text: node.text('otherText') ?? standardTexts.other,
    placeholder: node.text('otherPlaceholder'),
    missingText: node.text('otherErrorText'),
    maxLength: maxLength ?? DEFAULT_OTHER_LENGTH,
  };
}

/** What the special choices are called where the questionnaire gives them no words. */
export const standardTexts = {
  other: inEveryLanguage('other'),
  none: inEveryLanguage('none'),
  selectAll: inEveryLanguage('selectAll'),
};

function inEveryLanguage(choice: 'other' | 'none' | 'selectAll'): LocalizedText {
  return Object.fromEntries(locales.map((locale) => [locale, texts('choices', locale)[choice]]));
}
