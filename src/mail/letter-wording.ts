import { textsOf } from '../common/messages.js';

/** How far answers and people are kept apart; fixed when a survey is published. */
export type LetterPrivacy = 'identified' | 'pseudonymous' | 'anonymous';

/** The words of a letter that nobody can change: they name the button, the dates and people's rights. */
export const wording = textsOf('letters', {
  duration: (minutes: number) => ({ minutes }),
  preview: { open: (closingDate: string) => ({ closingDate }) },
});
