import { answersOfOtherPages } from '../questionnaire/answers/read/answer-form.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import type { FieldError } from '../questionnaire/answers/check/check-answers.js';
import type { QuestionnaireState } from '../questionnaire/answers/state/questionnaire-state.js';
import { renderQuestionnaire } from './pages/questionnaire.page.js';
import { respondentSurvey, type RespondentSurvey } from '../respondents/respondent-survey.js';
import type { Session } from './session.js';
import type { Shown } from '../respondents/respondent-http.js';
import { carriedJson, type Unfinished } from '../responses/unfinished.js';

export interface PageOptions {
  /** What was just sent, shown again as it was typed. */
  posted?: AnswerForm | null;
  errors?: readonly FieldError[];
  /** One sentence on what just happened. */
  notice?: string | null;
  unfinished?: Unfinished | null;
  status?: number;
  headers?: Record<string, string>;
}

/** One page of somebody's questionnaire, with what its form has to bring back. */
export function showPage(
  session: Session,
  state: QuestionnaireState,
  pageIndex: number,
  {
    posted = null,
    errors = [],
    notice = null,
    unfinished = session.unfinished,
    status,
    headers,
  }: PageOptions = {},
): Shown {
  const { plan, locale, keeps, versionId, nonce } = session;
  const { answers } = state;
  const typed = unfinished?.page === pageIndex ? unfinished.form : null;
  const html = renderQuestionnaire({
    survey: ofSession(session),
    state,
    pageIndex,
    posted: posted ?? typed,
    errors,
    locale,
    action: `${session.address}?lang=${locale}`,
    carried: keeps ? null : carriedJson(answersOfOtherPages(plan, pageIndex, answers), unfinished),
    notice: notice === null ? null : { [locale]: notice },
    version: versionId,
    nonce,
  });
  return { status: status ?? (errors.length > 0 ? 422 : 200), html, ...(headers && { headers }) };
}

/** Behind an open link nobody is known, so nobody could come back to change anything. */
function ofSession({ survey, locale, nonce }: Session): RespondentSurvey {
  const told = respondentSurvey(survey, locale);
  return nonce === null ? told : { ...told, isUnknown: true, mayChange: false };
}
