import { dayInWords, writtenOut } from '../common/local-time.js';
import type { LocalizedText, Locale } from '../common/locale.js';
import type { AskedSurvey } from '../responses/visit.queries.js';

/** Who asks, and where to turn: stands at the same places of every page (WCAG 3.2.6). */
export interface Sender {
  senderName: string;
  senderEmail: string;
  privacyUrl: string | null;
  imprintUrl: string | null;
}

/** What participants are told about a survey. */
export interface RespondentSurvey extends Sender {
  title: LocalizedText;
  privacy: 'identified' | 'pseudonymous' | 'anonymous';
  /** Whether free texts of an anonymous survey are shown with the other answers. */
  textsStayWithAnswers: boolean;
  /** Written out in the survey's zone and the page's language. */
  closingDate: string;
  /** The same without year and time. */
  closingDay: string;
  /** Whether they may change what they have submitted until then. */
  mayChange: boolean;
  /** Nobody knows who comes: an open link has led here. */
  isUnknown?: boolean;
  /** The first is the survey's main one. */
  languages: readonly Locale[];
}

/** An address that may stand in a link: http and https only. */
export function webUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

export function respondentSurvey(visit: AskedSurvey, locale: Locale): RespondentSurvey {
  const { title, privacy, textsStayWithAnswers, senderName, senderEmail, privacyUrl, imprintUrl, languages } =
    visit;
  return {
    ...{ title, privacy, textsStayWithAnswers, languages },
    ...closingOf(visit, locale),
    mayChange: visit.mayChangeAnswers && privacy !== 'anonymous',
    ...{ senderName, senderEmail, privacyUrl, imprintUrl },
  };
}

/** When a survey closes, as it is told to people. */
export function closingOf(
  { closesAt, timeZone }: Pick<AskedSurvey, 'closesAt' | 'timeZone'>,
  locale: Locale,
): Pick<RespondentSurvey, 'closingDate' | 'closingDay'> {
  return {
    closingDate: writtenOut(closesAt, timeZone, locale),
    closingDay: dayInWords(closesAt, timeZone, locale),
  };
}
