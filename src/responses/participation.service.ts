import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Locale } from '../common/locale.js';
import { SignedTokens } from '../common/signed-token.js';
import { type AnswerForm, answersOfOtherPages, replacePageAnswers } from '../questionnaire/answer-form.js';
import { checkAnswers, checkKeptAnswers, type FieldError } from '../questionnaire/check-answers.js';
import type { Answers, QuestionnairePlan } from '../questionnaire/questionnaire-plan.js';
import { isOpen, mayFinish } from '../surveys/survey.rules.js';
import { VersionsService } from '../surveys/versions.service.js';
import { renderClosed } from './closed.page.js';
import { renderDeclined } from './decline.page.js';
import { renderQuestionnaire } from './questionnaire.page.js';
import { respondentSurvey } from './respondent-survey.js';
import { languageOf } from './language-of.js';
import { textOf } from './respondent-http.js';
import { respondentTexts } from './respondent-texts.js';
import type { MergeAnswers, Visit } from './responses.queries.js';
import { ResponsesService } from './responses.service.js';
import { renderThankYou } from './thank-you.page.js';
import { wishLinks } from './wish-links.js';
import { WishesService } from './wishes.service.js';
import { renderWrongLink } from './wrong-link.page.js';

/** What a request says beside its form. */
export interface Asked {
  language: string | null;
  browserLanguage: string | undefined;
  /** Page in the address, counted from 1. */
  page: string | null;
}

/** What the browser gets: a page, or the way to one. */
export type Shown = { status: number; html: string } | { goTo: string };

/** One visit that may answer: who, in which language, to which questions. */
interface Session {
  token: string;
  visit: Visit;
  plan: QuestionnairePlan;
  versionId: string;
  locale: Locale;
}

/** Leads a participant through the questionnaire, page by page, to the thank-you. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly responses: ResponsesService,
    private readonly wishes: WishesService,
    private readonly versions: VersionsService,
    private readonly tokens: SignedTokens,
    private readonly clock: Clock,
  ) {}

  /** Looks and changes nothing. */
  async open(token: string, asked: Asked): Promise<Shown> {
    const found = await this.begin(
      token,
      asked,
      (visit, now) => visit.saved !== null && mayFinish(visit, visit.enrolledAt, now),
    );
    if ('shown' in found) return found.shown;
    const { session } = found;
    if (session.visit.participation === 'declined') return this.declined(session);
    const saved = session.visit.saved;
    const wanted = asked.page === null ? (saved?.page ?? 0) : Number(asked.page) - 1;
    return this.page(session, clampedPage(session.plan, wanted), saved?.answers ?? {}, {});
  }

  /** Takes one page's form: keeps it, moves on or back, changes the language, or submits. */
  async post(token: string, form: AnswerForm, asked: Asked): Promise<Shown> {
    const language = textOf(form['lang']) ?? asked.language;
    const found = await this.begin(token, { ...asked, language }, (visit, now) =>
      mayFinish(visit, visit.enrolledAt, now),
    );
    if ('shown' in found) return found.shown;
    const { session } = found;
    if (textOf(form['go']) === 'take-part') {
      await this.wishes.undoDecline(session.visit);
      return { goTo: `/u/${token}?lang=${session.locale}` };
    }

    const pageIndex = clampedPage(session.plan, Number(textOf(form['page']) ?? '0'));
    const known = this.knownAnswers(session, form);
    await this.responses.linkUsed(session.visit);
    if (textOf(form['lang']) !== null) {
      await this.responses.opened(session.visit);
      return this.page(session, pageIndex, known, { posted: form });
    }

    const checked = checkAnswers(session.plan, pageIndex, form, session.locale);
    const isAnonymous = session.visit.privacy === 'anonymous';
    const answersWith: MergeAnswers = (kept) =>
      replacePageAnswers(session.plan, pageIndex, isAnonymous ? known : kept, checked.answers);
    if (checked.errors.length > 0 && textOf(form['go']) !== 'back') {
      await this.responses.opened(session.visit);
      return this.page(session, pageIndex, answersWith(known), { posted: form, errors: checked.errors });
    }
    switch (textOf(form['go'])) {
      case 'back':
        return this.moveTo(session, pageIndex - 1, answersWith);
      case 'submit':
        return this.submit(session, answersWith);
      default:
        if (pageIndex === session.plan.pages.length - 1) return this.submit(session, answersWith);
        return this.moveTo(session, pageIndex + 1, answersWith);
    }
  }

  /** Finds out whether this link may answer now; otherwise what to show instead. */
  private async begin(
    token: string,
    asked: Asked,
    mayStill: (visit: Visit, now: Date) => boolean,
  ): Promise<{ shown: Shown } | { session: Session }> {
    const visit = await this.responses.visit(token);
    const locale = languageOf(visit, asked);
    if (!visit) return { shown: { status: 404, html: renderWrongLink({ locale }) } };
    const survey = respondentSurvey(visit, locale);
    const versionId = visit.saved?.versionId ?? visit.versionId;

    if (visit.participation === 'completed' || visit.participation === 'screened_out') {
      const plan = visit.versionId === null ? null : await this.versions.planOf(visit.versionId);
      return {
        shown: {
          status: 200,
          html: renderThankYou({ survey, completedText: plan?.completedText ?? null, locale }),
        },
      };
    }
    const now = this.clock.now();
    if (versionId === null || !(isOpen(visit, now) || mayStill(visit, now))) {
      return { shown: { status: 410, html: renderClosed({ survey, locale }) } };
    }
    return { session: { token, visit, plan: await this.versions.planOf(versionId), versionId, locale } };
  }

  /** Whoever declined is told so, and offered the way back. */
  private declined({ token, visit, locale }: Session): Shown {
    const links = wishLinks(token, this.tokens.sign('unsubscribe', visit.subscriberId));
    const survey = respondentSurvey(visit, locale);
    return { status: 200, html: renderDeclined({ survey, hasSaved: visit.saved !== null, links, locale }) };
  }

  /** Stores the whole, or keeps this page too and leads to the first one where something is missing. */
  private async submit(session: Session, answersWith: MergeAnswers): Promise<Shown> {
    const { visit, plan, locale, versionId, token } = session;
    const whole = (kept: Answers) => wholeAnswers(plan, answersWith(kept), locale);
    try {
      await this.responses.submit(visit, { answersWith: whole, language: locale, versionId });
    } catch (error) {
      if (!(error instanceof AnswersIncomplete)) throw error;
      const { answers, errors, pageIndex } = error;
      await this.keep(session, pageIndex, answersWith);
      return this.page(session, pageIndex, answers, { errors });
    }
    return { goTo: `/u/${token}?lang=${locale}` };
  }

  /** Keeps the answers where the survey keeps any, and shows another page. */
  private async moveTo(session: Session, pageIndex: number, answersWith: MergeAnswers): Promise<Shown> {
    const { locale, token } = session;
    const page = clampedPage(session.plan, pageIndex);
    const kept = await this.keep(session, page, answersWith);
    return kept
      ? { goTo: `/u/${token}?page=${page + 1}&lang=${locale}` }
      : this.page(session, page, answersWith({}), {});
  }

  /** Keeps the answers and the page to go on with; false in a survey that keeps nothing before the end. */
  private async keep(session: Session, page: number, answersWith: MergeAnswers): Promise<boolean> {
    const { visit, versionId, locale } = session;
    if (visit.privacy !== 'identified') return false;
    await this.responses.save(visit, { versionId, answersWith, page, language: locale });
    return true;
  }

  private page(
    session: Session,
    pageIndex: number,
    answers: Answers,
    { posted = null, errors = [] }: { posted?: AnswerForm | null; errors?: readonly FieldError[] },
  ): Shown {
    const { visit, plan, locale, token } = session;
    const isAnonymous = visit.privacy === 'anonymous';
    const inGrace = !isOpen(visit, this.clock.now());
    const html = renderQuestionnaire({
      survey: respondentSurvey(visit, locale),
      plan,
      pageIndex,
      answers,
      posted,
      errors,
      locale,
      action: `/u/${token}`,
      carried: isAnonymous ? JSON.stringify(answersOfOtherPages(plan, pageIndex, answers)) : null,
      notice: inGrace ? { [locale]: respondentTexts[locale].grace(visit.graceMinutes) } : null,
    });
    return { status: errors.length > 0 ? 422 : 200, html };
  }

  /** Answers of all pages known so far: kept here, or carried along in an anonymous survey's form. */
  private knownAnswers({ visit, plan, locale }: Session, form: AnswerForm): Answers {
    if (visit.privacy !== 'anonymous') return visit.saved?.answers ?? {};
    return checkKeptAnswers(plan, parsed(textOf(form['carried']) ?? '{}'), locale).answers;
  }
}

/** Some page still lacks something. */
class AnswersIncomplete extends Error {
  constructor(
    readonly answers: Answers,
    readonly errors: readonly FieldError[],
    /** The first page that does. */
    readonly pageIndex: number,
  ) {
    super();
  }
}

/** @throws AnswersIncomplete */
function wholeAnswers(plan: QuestionnairePlan, answers: Answers, locale: Locale): Answers {
  const all = checkKeptAnswers(plan, answers, locale);
  const [first] = all.errors;
  if (first) throw new AnswersIncomplete(answers, all.errors, first.pageIndex);
  return all.answers;
}

function clampedPage(plan: QuestionnairePlan, pageIndex: number): number {
  const page = Number.isInteger(pageIndex) ? pageIndex : 0;
  return Math.min(Math.max(page, 0), plan.pages.length - 1);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return {};
  }
}
