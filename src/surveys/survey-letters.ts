import { InvalidInput } from '../common/errors.js';
import { dayInWords, writtenOut } from '../common/local-time.js';
import { type Locale, textIn } from '../common/locale.js';
import { compileLetter } from '../composer/letter.js';
import type { LetterKind, LetterText } from '../composer/letter-text.js';
import type { Survey } from './survey.entity.js';
import type { SurveyChange } from './survey.schema.js';

/** Letters that could never be sent are refused now, and not when they are due. @throws InvalidInput */
export async function requireLetters(survey: Survey, letters: SurveyChange['letters']): Promise<void> {
  for (const [kind, byLanguage] of Object.entries(letters ?? {})) {
    for (const [language, text] of Object.entries(byLanguage ?? {})) {
      await requireLetter(survey, kind as LetterKind, language as Locale, text);
    }
  }
}

async function requireLetter(
  survey: Survey,
  kind: LetterKind,
  locale: Locale,
  text: LetterText,
): Promise<void> {
  try {
    await compileLetter(kind, locale, text, {
      surveyTitle: textIn(survey.title, locale),
      senderName: survey.senderName,
      senderEmail: survey.senderEmail,
      senderAddress: survey.senderAddress,
      closingDate: writtenOut(survey.closesAt, survey.timeZone, locale),
      closingDay: dayInWords(survey.closesAt, survey.timeZone, locale),
      daysLeft: 7,
      minutes: 5,
      privacy: survey.privacy,
      textsStayWithAnswers: survey.textsStayWithAnswers,
      answersMayChange: false,
      privacyUrl: survey.privacyUrl,
      imprintUrl: survey.imprintUrl,
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const at = (path: string) => `letters.${kind}.${locale}.${path}`;
    throw new InvalidInput(error.problems.map((found) => ({ ...found, path: at(found.path) })));
  }
}
