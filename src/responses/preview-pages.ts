import { z } from 'zod';
import { isLocale, type Locale, type LocalizedText, locales } from '../common/locale.js';
import { writtenOut } from '../common/local-time.js';
import { answersOfOtherPages } from '../questionnaire/answer-form.js';
import { checkKeptAnswers, checkPage } from '../questionnaire/check-answers.js';
import { pageBefore, stepAfter } from '../questionnaire/flow.js';
import type { Answers } from '../questionnaire/answers.js';
import type { QuestionnairePlan } from '../questionnaire/questionnaire-plan.js';
import type { Standing } from '../questionnaire/questionnaire-state.js';
import { standingOf } from '../questionnaire/standing.js';
import type { Survey } from '../surveys/survey.entity.js';
import { shownPage } from './page-turn.js';
import { renderQuestionnaire } from './questionnaire.page.js';
import { formOf, textOf } from './respondent-http.js';
import { carriedJson, readCarried } from './unfinished.js';

/** What a page of a preview is asked for with; anything may have been sent. */
export const previewAsked = z.object({
  page: z.coerce.number().int().min(0).catch(0),
  go: z.enum(['next', 'back', 'submit']).catch('next'),
  lang: z.enum(locales).optional().catch(undefined),
});

/** A questionnaire as it is shown to try it: nobody is asked, and answers travel in its form. */
export interface Preview {
  survey: Survey;
  standing: Standing;
  pageIndex: number;
  locale: Locale;
}

/** What holds in a preview at some answers, for a person of whom nothing is known. */
export function previewStanding(
  plan: QuestionnairePlan,
  { id, timeZone }: Survey,
  answers: Answers,
  now: Date,
): Standing {
  return standingOf(plan, answers, { person: {}, now, timeZone, seed: id });
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
  const begun = previewStanding(plan, survey, {}, now);
  const pageIndex = Math.min(page, plan.pages.length - 1);
  const carried = readCarried(textOf(form['carried'])).answers;
  const known = checkKeptAnswers(plan, carried, locale, begun.surroundings);
  const { standing } = checkPage(previewStanding(plan, survey, known, now), pageIndex, form, locale);
  const next = lang === undefined ? pageTurnedTo(standing, pageIndex, go) : pageIndex;
  return { survey, standing, pageIndex: next, locale };
}

function pageTurnedTo(standing: Standing, pageIndex: number, go: 'next' | 'back' | 'submit'): number {
  if (go === 'back') return pageBefore(standing, pageIndex);
  const step = stepAfter(standing, pageIndex);
  return step.kind === 'page' ? step.pageIndex : shownPage(standing, 0);
}

/** The language asked for, else the one of whoever looks, else the survey's first; always one the survey speaks. */
export function previewLocale({ languages }: Survey, own: Locale, wanted?: Locale): Locale {
  const candidates = [wanted, own, languages[0]];
  return candidates.filter(isLocale).find((candidate) => languages.includes(candidate)) ?? 'de';
}

/** @param action address the form is sent to */
export function renderPreview(
  { survey, standing, pageIndex, locale }: Preview,
  action: string,
  notice: LocalizedText | null,
): string {
  const { title, privacy, textsStayWithAnswers, languages } = survey;
  const { senderName, senderEmail, privacyUrl, imprintUrl } = survey;
  const closingDate = writtenOut(survey.closesAt, survey.timeZone, locale);
  return renderQuestionnaire({
    survey: {
      ...{ title, privacy, textsStayWithAnswers, languages, closingDate },
      ...{ senderName, senderEmail, privacyUrl, imprintUrl },
    },
    standing,
    pageIndex,
    errors: [],
    locale,
    action,
    carried: carriedJson(answersOfOtherPages(standing.plan, pageIndex, standing.answers), null),
    keepsPages: privacy !== 'anonymous',
    notice,
  });
}
