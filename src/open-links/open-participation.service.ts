import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import { checkKeptAnswers } from '../questionnaire/answers/check/check-answers.js';
import { pageBefore } from '../questionnaire/answers/state/flow.js';
import { evaluateQuestionnaire } from '../questionnaire/answers/state/evaluate-questionnaire.js';
import { isOpen } from '../surveys/survey.rules.js';
import { VersionsService } from '../surveys/questionnaires/versions.service.js';
import { renderClosed, renderNotYetOpen } from '../answering/pages/closed.page.js';
import { completedWords } from '../answering/completed-words.js';
import { languageOf } from '../respondents/language-of.js';
import { answeredCookie, slugOf } from './open-link.rules.js';
import { storeOpenResponse } from '../responses/open-responses.queries.js';
import { findOpenSurvey } from './open-links.queries.js';
import { renderAnswered, renderEnterCode } from './pages/open-link.page.js';
import {
  AnswersIncomplete,
  pageNamed,
  shownPage,
  takePage,
  type TakenPage,
  turnOf,
  wholeAnswers,
} from '../answering/page-turn.js';
import { textOf, type Shown } from '../respondents/respondent-http.js';
import { respondentSurvey } from '../respondents/respondent-survey.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';
import type { Asked, Session } from '../answering/session.js';
import { showPage } from '../answering/session-page.js';
import { SubmitThrottle } from './submit-throttle.js';
import { renderThankYou } from '../answering/pages/thank-you.page.js';
import { readCarried, typedFields } from '../responses/unfinished.js';

/** Somebody behind an open link. */
export interface Caller extends Asked {
  slug: string;
  /** Where the request comes from; never kept or logged. */
  ip: string;
  /** Whether this device says that it has answered. */
  hasAnswered: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface OpenSession extends Session {
  slug: string;
  perMinute: number;
  nonce: string;
}

/** Leads anyone who has the open link through the questionnaire. Nothing is kept before the end, of nobody. */
@Injectable()
export class OpenParticipationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: VersionsService,
    private readonly clock: Clock,
    private readonly throttle: SubmitThrottle,
  ) {}

  /** Looks and changes nothing. @param again they wish to answer although this device has */
  async open(caller: Caller, again: boolean): Promise<Shown> {
    const found = await this.find(caller, null);
    if ('shown' in found) return found.shown;
    const { session } = found;
    if (caller.hasAnswered && !again) return this.alreadyAnswered(session);
    const state = evaluateQuestionnaire(session.plan, {}, session.respondent);
    return showPage(session, state, shownPage(state, 0));
  }

  /** Takes one page's form, which brings the answers of the others along. */
  async post(caller: Caller, form: AnswerForm): Promise<Shown> {
    const found = await this.find({ ...caller, language: textOf(form['lang']) ?? caller.language }, form);
    if ('shown' in found) return found.shown;
    const { session } = found;
    const page = takePage(session, pageNamed(session.plan, form), form);
    const { pageIndex, state, errors, appeared } = page;
    if (textOf(form['lang']) !== null) return showPage(session, state, pageIndex, { posted: form });

    const left = session.unfinished?.page === pageIndex ? null : session.unfinished;
    if (textOf(form['go']) === 'back') {
      const unfinished = errors.length > 0 ? { page: pageIndex, form: typedFields(form) } : left;
      return showPage(session, state, pageBefore(state, pageIndex), { unfinished });
    }
    const turn = turnOf(page);
    switch (turn.kind) {
      case 'again': {
        const notice =
          appeared.length > 0 ? respondentTexts[session.locale].appeared({ count: appeared.length }) : null;
        return showPage(session, state, pageIndex, { posted: form, errors, notice });
      }
      case 'page':
        return showPage(session, state, turn.pageIndex, { unfinished: left });
      case 'submit':
        return this.submit(session, page, caller.ip, false);
      case 'screened_out':
        return this.submit(session, page, caller.ip, true);
    }
  }

  private async submit(
    session: OpenSession,
    page: TakenPage,
    ip: string,
    screenedOut: boolean,
  ): Promise<Shown> {
    const { survey, locale, nonce, versionId, slug, respondent, plan } = session;
    const until = screenedOut ? page.pageIndex : undefined;
    let answers;
    try {
      answers = wholeAnswers(page.checkedWith(session.known), locale, until);
    } catch (error) {
      if (!(error instanceof AnswersIncomplete)) throw error;
      return showPage(session, page.state, error.pageIndex, { errors: error.errors });
    }
    const seconds = await this.throttle.secondsToWait(ip, { ...survey, ...session });
    if (seconds > 0)
      return showPage(session, page.state, page.pageIndex, {
        posted: page.form,
        notice: respondentTexts[locale].openLink.tooMany,
        status: 429,
        headers: { 'retry-after': String(seconds) },
      });
    const response = { id: nonce, survey, versionId, answers, language: locale, screenedOut };
    // Nobody is thanked for answers that are not stored: a form that was sent before begins anew.
    if (!(await storeOpenResponse(this.dataSource, response, this.clock.now())))
      return { ...this.alreadyAnswered(session), status: 409 };
    const html = renderThankYou({
      survey: respondentSurvey(survey, locale),
      completedText: completedWords(evaluateQuestionnaire(plan, answers, respondent), true, locale),
      screenedOut,
      locale,
    });
    return { status: 200, html, cookie: answeredCookie(slug) };
  }

  private alreadyAnswered({ survey, locale, address }: OpenSession): { status: number; html: string } {
    const html = renderAnswered({ survey: respondentSurvey(survey, locale), address, locale });
    return { status: 200, html };
  }

  private async find(
    caller: Caller,
    form: AnswerForm | null,
  ): Promise<{ shown: Shown } | { session: OpenSession }> {
    const slug = slugOf(caller.slug);
    const survey = await findOpenSurvey(this.dataSource, slug);
    const locale = languageOf(survey && { ...survey, language: null, saved: null }, caller);
    if (!survey) return { shown: { status: 404, html: renderEnterCode({ locale, typed: caller.slug }) } };
    const now = this.clock.now();
    if (survey.state === 'draft' && now < survey.closesAt) {
      const view = { survey: respondentSurvey(survey, locale), locale };
      return { shown: { status: 404, html: renderNotYetOpen(view) } };
    }
    const versionId = await this.versionFor(survey, form);
    if (versionId === null || !(isOpen(survey, now) || (form !== null && isInGrace(survey, now)))) {
      const kept = form === null ? null : 'lost';
      return {
        shown: {
          status: 410,
          html: renderClosed({ survey: respondentSurvey(survey, locale), kept, locale }),
        },
      };
    }
    const plan = await this.versions.planOf(versionId);
    const posted = textOf(form?.['nonce'])?.toLowerCase() ?? '';
    const nonce = UUID.test(posted) ? posted : randomUUID();
    const respondent = { person: {}, now, timeZone: survey.timeZone, seed: nonce };
    const carried = readCarried(textOf(form?.['carried']));
    return {
      session: {
        survey,
        slug,
        perMinute: survey.perMinute,
        plan,
        versionId,
        locale,
        respondent,
        address: `/o/${slug}`,
        known: checkKeptAnswers(plan, carried.answers, locale, respondent),
        unfinished: carried.unfinished,
        keeps: false,
        nonce,
      },
    };
  }

  private async versionFor(
    { surveyId, versionId }: { surveyId: string; versionId: string | null },
    form: AnswerForm | null,
  ): Promise<string | null> {
    const named = textOf(form?.['version']);
    return named !== null && (await this.versions.isOf(named, surveyId)) ? named : versionId;
  }
}

/** Anyone who has the page open at closing may still send it. */
function isInGrace(
  { state, closesAt, graceMinutes }: { state: string; closesAt: Date; graceMinutes: number },
  now: Date,
): boolean {
  return state === 'published' && now.getTime() < closesAt.getTime() + graceMinutes * 60_000;
}
