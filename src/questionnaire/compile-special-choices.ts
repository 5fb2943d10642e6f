import type { LocalizedText } from '../common/locale.js';
import type { JsonNode } from './questionnaire-json.js';
import type { OtherChoice } from './questionnaire-plan.js';

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
  other: { de: 'Sonstiges', en: 'Other', fr: 'Autre', pl: 'Inne', nl: 'Anders' },
  none: {
    de: 'Nichts davon',
    en: 'None of these',
    fr: 'Rien de tout cela',
    pl: 'Żadne z powyższych',
    nl: 'Geen van deze',
  },
  selectAll: {
    de: 'Alle auswählen',
    en: 'Select all',
    fr: 'Tout sélectionner',
    pl: 'Zaznacz wszystkie',
    nl: 'Alles selecteren',
  },
} as const satisfies Record<string, LocalizedText>;
