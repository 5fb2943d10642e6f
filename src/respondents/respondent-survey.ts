import { writtenOut } from '../common/local-time.js';
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
  const closingDate = writtenOut(visit.closesAt, visit.timeZone, locale);
  return {
    ...{ title, privacy, textsStayWithAnswers, languages, closingDate },
    ...{ senderName, senderEmail, privacyUrl, imprintUrl },
  };
}
