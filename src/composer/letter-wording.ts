import type { Locale } from '../common/locale.js';
import { textsByLanguage } from '../common/texts.js';

/** How far answers and people are kept apart; fixed when a survey is published. */
export type LetterPrivacy = 'identified' | 'pseudonymous' | 'anonymous';

/** Which of the sentences about privacy a survey tells people: one for each kind, and one where anonymous texts are not shown apart. */
export type PrivacySentence = LetterPrivacy | 'anonymousWithTexts';

export function privacySentence({
  privacy,
  textsStayWithAnswers,
}: {
  privacy: LetterPrivacy;
  textsStayWithAnswers: boolean;
}): PrivacySentence {
  return privacy === 'anonymous' && textsStayWithAnswers ? 'anonymousWithTexts' : privacy;
}

/** Whether answers that have come in may still be changed, and until when. */
export function changesNote(
  locale: Locale,
  { answersMayChange, closingDate }: { answersMayChange: boolean; closingDate: string },
): string {
  const { changesNote: open, finalNote } = wording[locale];
  return answersMayChange ? open({ closingDate }) : finalNote;
}

/** The words of a letter that nobody can change: they name the button, the dates and people's rights. */
export const wording = textsByLanguage('letters');
