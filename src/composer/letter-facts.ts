import { parsedUrl } from '../common/parsed-url.js';
import { InvalidInput, problem } from '../common/errors.js';
import type { LetterQuestions } from './letter-question.js';
import type { LetterPrivacy } from './letter-wording.js';
import { cleanLines, oneLine } from './plain-words.js';

/** What a letter says to everybody alike. */
export interface LetterFacts {
  surveyTitle: string;
  senderName: string;
  senderEmail: string;
  /** Postal address, several lines allowed. */
  senderAddress: string | null;
  /** Written out in the survey's zone and the letter's language. */
  closingDate: string;
  /** The same in short: weekday, day and month. */
  closingDay: string;
  /** From the day the letter is sent to the closing day, 0 on that day. */
  daysLeft: number;
  minutes: number;
  privacy: LetterPrivacy;
  /** Whether free texts of an anonymous survey are shown with the other answers. */
  textsStayWithAnswers: boolean;
  /** Whether who has answered may still change it until closing; only where answers are kept with people. */
  answersMayChange: boolean;
  /** http or https. */
  privacyUrl: string | null;
  /** http or https. */
  imprintUrl: string | null;
  /** What the letter may ask by itself; none where nothing is published yet. */
  questions?: LetterQuestions;
}

/**
 * The facts as they may stand in a mail, free of control characters.
 * @throws InvalidInput when privacy notice or imprint is not a web address
 */
export function cleanFacts(facts: LetterFacts): LetterFacts {
  return {
    ...facts,
    surveyTitle: oneLine(facts.surveyTitle),
    senderName: oneLine(facts.senderName),
    senderEmail: oneLine(facts.senderEmail),
    senderAddress: facts.senderAddress === null ? null : cleanLines(facts.senderAddress) || null,
    closingDate: oneLine(facts.closingDate),
    closingDay: oneLine(facts.closingDay),
    privacyUrl: webAddress('privacyUrl', facts.privacyUrl),
    imprintUrl: webAddress('imprintUrl', facts.imprintUrl),
  };
}

function webAddress(path: string, url: string | null): string | null {
  if (url === null || url.trim() === '') return null;
  const parsed = parsedUrl(url);
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed.href;
  throw new InvalidInput([problem(path, 'letter.not_a_web_address')]);
}
