import { z } from 'zod';
import { isLocale, type Locale, type LocalizedText, locales } from '../common/locale.js';
import { answersOfOtherPages } from '../questionnaire/answers/read/answer-form.js';
import { checkKeptAnswers, checkPage } from '../questionnaire/answers/check/check-answers.js';
import { pageBefore, stepAfter } from '../questionnaire/answers/state/flow.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import type { QuestionnairePlan } from '../questionnaire/plan/questionnaire-plan.js';
import type { QuestionnaireState } from '../questionnaire/answers/state/questionnaire-state.js';
import { evaluateQuestionnaire } from '../questionnaire/answers/state/evaluate-questionnaire.js';
import type { Survey } from '../surveys/survey.entity.js';
import { shownPage } from './page-turn.js';
import { renderQuestionnaire } from './pages/questionnaire.page.js';
import { closingOf } from '../respondents/respondent-survey.js';
import { formOf, textOf } from '../respondents/respondent-http.js';
import { carriedJson, readCarried } from '../responses/unfinished.js';

/** What a page of a preview is asked for with; anything may have been sent. */
export const previewAsked = z.object({
  page: z.coerce.number().int().min(0).catch(0),
  go: z.enum(['next', 'back', 'submit']).catch('next'),
  lang: z.enum(locales).optional().catch(undefined),
});

/** A questionnaire as it is shown to try it: nobody is asked, and answers travel in its form. */
export interface Preview {
  survey: Survey;
  state: QuestionnaireState;
  pageIndex: number;
  locale: Locale;
}

/** What holds in a preview at some answers, for a person of whom nothing is known. */
export function previewState(
  plan: QuestionnairePlan,
  { id, timeZone }: Survey,
  answers: Answers,
  now: Date,
): QuestionnaireState {
  return evaluateQuestionnaire(plan, answers, { person: {}, now, timeZone, seed: id });
}

/** The preview after a page of it was sent: turned, or in another language; from the last page back to the first. */
export function turnedPreview(
  body: unknown,
  plan: QuestionnairePlan,
  survey: Survey,
  own: Locale,
  now: Date,
): Preview {
  const form = formOf(body);
  const { page, go, lang } = previewAsked.parse(body);
  const locale = previewLocale(survey, own, lang);
  const begun = previewState(plan, survey, {}, now);
  const pageIndex = Math.min(page, plan.pages.length - 1);
  const carried = readCarried(textOf(form['carried'])).answers;
  const known = checkKeptAnswers(plan, carried, locale, begun.respondent);
  const { state } = checkPage(previewState(plan, survey, known, now), pageIndex, form, locale);
  const next = lang === undefined ? pageTurnedTo(state, pageIndex, go) : pageIndex;
  return { survey, state, pageIndex: next, locale };
}

function pageTurnedTo(state: QuestionnaireState, pageIndex: number, go: 'next' | 'back' | 'submit'): number {
  if (go === 'back') return pageBefore(state, pageIndex);
  const step = stepAfter(state, pageIndex);
  return step.kind === 'page' ? step.pageIndex : shownPage(state, 0);
}

/**
 * The language asked for, else the one of the person who looks, else the survey's first; always one the
 * survey speaks.
 */
export function previewLocale({ languages }: Survey, own: Locale, wanted?: Locale): Locale {
  const candidates = [wanted, own, languages[0]];
  return candidates.filter(isLocale).find((candidate) => languages.includes(candidate)) ?? 'de';
}

/** @param action address the form is sent to */
export function renderPreview(
  { survey, state, pageIndex, locale }: Preview,
  action: string,
  notice: LocalizedText | null,
): string {
  const { title, privacy, textsStayWithAnswers, languages } = survey;
  const { senderName, senderEmail, privacyUrl, imprintUrl } = survey;
  return renderQuestionnaire({
    survey: {
      ...{ title, privacy, textsStayWithAnswers, languages },
      ...closingOf(survey, locale),
      mayChange: survey.mayChangeAnswers && privacy !== 'anonymous',
      ...{ senderName, senderEmail, privacyUrl, imprintUrl },
    },
    state,
    pageIndex,
    errors: [],
    locale,
    action,
    carried: carriedJson(answersOfOtherPages(state.plan, pageIndex, state.answers), null),
    keepsPages: privacy !== 'anonymous',
    notice,
  });
}
