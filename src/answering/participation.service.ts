import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { letterQuestions } from '../letters/letter-questions.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import { formOfAnswers } from '../questionnaire/answers/read/answer-form.js';
import { pageBefore } from '../questionnaire/answers/state/flow.js';
import { type PlanPage, questionsOf, questionsWithin } from '../questionnaire/plan/questionnaire-plan.js';
import { evaluateQuestionnaire } from '../questionnaire/answers/state/evaluate-questionnaire.js';
import { isOpen } from '../surveys/survey.rules.js';
import { renderClosed } from './pages/closed.page.js';
import { renderDeclined } from '../opt-outs/pages/decline.page.js';
import { FreshPages } from './fresh-pages.js';
import { FinishedService } from './finished.service.js';
import {
  AnswersIncomplete,
  pageNamed,
  shownPage,
  takePage,
  type TakenPage,
  turnOf,
  wholeAnswers,
} from './page-turn.js';
import { textOf, type Shown } from '../respondents/respondent-http.js';
import { respondentSurvey } from '../respondents/respondent-survey.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';
import { ResponsesService } from '../responses/responses.service.js';
import type { Asked } from './session.js';
import { type PageOptions, showPage } from './session-page.js';
import { type PersonalSession, SessionsService } from './sessions.service.js';
import { isDone } from '../participants/participation.rules.js';
import { typedFields } from '../responses/unfinished.js';
import { OptOutsService } from '../opt-outs/opt-outs.service.js';
import { renderWrongLink } from '../respondents/wrong-link.page.js';

/** Leads a participant through the questionnaire, page by page, to the thank-you. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly responses: ResponsesService,
    private readonly finished: FinishedService,
    private readonly fresh: FreshPages,
    private readonly optOuts: OptOutsService,
    private readonly clock: Clock,
  ) {}

  /** Looks and changes nothing. */
  async open(token: string, asked: Asked): Promise<Shown> {
    const found = await this.sessions.find(token, asked, null);
    if (found.kind === 'unknown') return { status: 404, html: renderWrongLink(found) };
    if (found.kind === 'unpublished') return closed(found, null);
    const { session } = found;
    const { visit } = session;
    if (found.kind === 'closed') return closed(found.session, visit.saved ? 'saved' : null);
    if (found.kind === 'done' && (asked.page === null || !this.isChanging(session)))
      return asked.view === 'answers' ? this.finished.showAnswers(session) : this.finished.show(session);
    if (visit.participation === 'declined') return this.declined(session);
    if (isFresh(session, asked) && isOpen(visit, this.clock.now()))
      return this.fresh.show(session, (drawn) => this.firstPage(drawn));

    const state = evaluateQuestionnaire(session.plan, session.known, session.respondent);
    const chosenOn = Object.keys(asked.chosen).length === 1 ? pageOfChosen(session, asked.chosen) : null;
    if (chosenOn !== null) {
      const posted = {
        ...formOfAnswers(questionsOf(session.plan), session.known, session.locale),
        ...asked.chosen,
      };
      const notice = respondentTexts[session.locale].chosenInMail;
      return showPage(session, state, chosenOn, { posted, notice });
    }
    const wanted = asked.page === null ? (visit.saved?.page ?? 0) : Number(asked.page) - 1;
    return this.page(session, state, shownPage(state, Number.isInteger(wanted) ? wanted : 0));
  }

  private firstPage(session: PersonalSession): Shown {
    const state = evaluateQuestionnaire(session.plan, {}, session.respondent);
    return this.page(session, state, shownPage(state, 0));
  }

  /** Takes one page's form: keeps it, moves on or back, changes the language, or submits. */
  async post(token: string, form: AnswerForm, asked: Asked): Promise<Shown> {
    const language = textOf(form['lang']) ?? asked.language;
    const found = await this.sessions.find(token, { ...asked, language }, form);
    if (found.kind === 'unknown') return { status: 404, html: renderWrongLink(found) };
    if (found.kind === 'unpublished') return closed(found, null);
    const { session } = found;
    const go = textOf(form['go']);
    if (found.kind === 'closed') return this.keepAfterClosing(session, form);
    if (found.kind === 'done' && (go === 'change' || go === 'discard' || !this.isChanging(session)))
      return this.finished.act(session, go);
    if (go === 'take-part') {
      await this.optOuts.undoDecline(session.visit);
      return { goTo: addressOf(session) };
    }

    const page = takePage(session, pageNamed(session.plan, form), form);
    await this.responses.linkUsed(session.visit);
    if (textOf(form['lang']) !== null) {
      await this.responses.opened(session.visit);
      return this.page(
        session,
        evaluateQuestionnaire(session.plan, session.known, session.respondent),
        page.pageIndex,
        {
          posted: form,
        },
      );
    }
    if (go === 'back') return this.back(session, page);
    return this.forward(session, page);
  }

  private async forward(session: PersonalSession, page: TakenPage): Promise<Shown> {
    const turn = turnOf(page);
    switch (turn.kind) {
      case 'again':
        return this.again(session, page);
      case 'page':
        return this.moveTo(session, page, turn.pageIndex);
      case 'submit':
        return this.submit(session, page, false);
      case 'screened_out':
        return this.submit(session, page, true);
    }
  }

  /**
   * The same page: something on it is wrong, or its own answers have brought up more of it. What was typed is
   * kept for anyone who breaks off here; a page that was sent empty is nothing to keep.
   */
  private async again(session: PersonalSession, page: TakenPage): Promise<Shown> {
    const { errors, appeared, form, pageIndex, state } = page;
    const hasSome = session.visit.saved !== null || Object.keys(state.answers).length > 0;
    if (hasSome) await this.keep(session, page, pageIndex, unfinishedOf(page));
    else await this.responses.opened(session.visit);
    const notice =
      appeared.length > 0 ? respondentTexts[session.locale].appeared({ count: appeared.length }) : null;
    return this.page(session, state, pageIndex, { posted: form, errors, notice });
  }

  /** Back never loses: what was wrong on the page is kept as it was typed, and shown again on return. */
  private async back(session: PersonalSession, page: TakenPage): Promise<Shown> {
    return this.moveTo(session, page, pageBefore(page.state, page.pageIndex), unfinishedOf(page));
  }

  /** Stores the whole, or keeps this page too and leads to the first one where something is missing. */
  private async submit(session: PersonalSession, page: TakenPage, screenedOut: boolean): Promise<Shown> {
    const { visit, locale, versionId } = session;
    const until = screenedOut ? page.pageIndex : undefined;
    let stored = page.state.answers;
    try {
      await this.responses.submit(visit, {
        answersWith: (kept) =>
          (stored = wholeAnswers(page.checkedWith(keptOr(session, kept)), locale, until)),
        language: locale,
        versionId,
        screenedOut,
      });
    } catch (error) {
      if (!(error instanceof AnswersIncomplete)) throw error;
      await this.keep(session, page, error.pageIndex);
      const state = evaluateQuestionnaire(session.plan, error.answers, session.respondent);
      return this.page(session, state, error.pageIndex, { errors: error.errors });
    }
    // An anonymous response is found by nobody again, so words that hang on it can only be said now.
    const isSaidNow = !session.keeps && session.plan.completedTextsIf.length > 0;
    return isSaidNow
      ? this.finished.show(session, { screenedOut, answers: stored })
      : { goTo: addressOf(session) };
  }

  /** Keeps the answers where the survey keeps any, and shows another page. */
  private async moveTo(
    session: PersonalSession,
    page: TakenPage,
    pageIndex: number,
    unfinished: PageOptions['unfinished'] = null,
  ): Promise<Shown> {
    if (await this.keep(session, page, pageIndex, unfinished))
      return { goTo: `${session.address}?page=${pageIndex + 1}&lang=${session.locale}` };
    const left = session.unfinished?.page === page.pageIndex ? null : session.unfinished;
    return this.page(session, page.state, pageIndex, { unfinished: unfinished ?? left });
  }

  /** Keeps the answers and the page to go on with; false in a survey that keeps nothing before the end. */
  private async keep(
    session: PersonalSession,
    page: TakenPage,
    goOnWith: number,
    unfinished: PageOptions['unfinished'] = null,
  ): Promise<boolean> {
    if (!session.keeps) return false;
    const { visit, versionId, locale } = session;
    const { checkedWith, pageIndex: from } = page;
    await this.responses.save(visit, {
      versionId,
      answersWith: (kept) => checkedWith(kept).answers,
      page: goOnWith,
      from,
      unfinished,
      language: locale,
    });
    return true;
  }

  /** The time is over: what they have just sent is kept with the rest, and not submitted. */
  private async keepAfterClosing(session: PersonalSession, form: AnswerForm): Promise<Shown> {
    const { visit } = session;
    const wasAsked = visit.enrolledAt < visit.closesAt;
    if (!session.keeps) return closed(session, 'lost');
    if (!wasAsked || textOf(form['page']) === null) return closed(session, visit.saved ? 'saved' : null);
    const page = takePage(session, pageNamed(session.plan, form), form);
    await this.keep(session, page, page.pageIndex);
    return closed(session, 'saved');
  }

  /** Anyone who declined is told so, and offered the way back. */
  private declined(session: PersonalSession): Shown {
    const { visit, locale } = session;
    const links = this.sessions.linksOf(session);
    const survey = respondentSurvey(visit, locale);
    return { status: 200, html: renderDeclined({ survey, hasSaved: visit.saved !== null, links, locale }) };
  }

  private page(
    session: PersonalSession,
    state: Parameters<typeof showPage>[1],
    pageIndex: number,
    options: PageOptions = {},
  ): Shown {
    return showPage(session, state, pageIndex, {
      ...options,
      notice: options.notice ?? this.standingNotice(session),
    });
  }

  /** What is to be said on every page: the time is short, or answers are being changed. */
  private standingNotice({ visit, locale }: PersonalSession): string | null {
    const texts = respondentTexts[locale];
    if (!isOpen(visit, this.clock.now())) return texts.grace({ minutes: visit.graceMinutes });
    return isDone(visit.participation) ? texts.changing : null;
  }

  private isChanging({ visit }: PersonalSession): boolean {
    return visit.saved !== null && this.sessions.mayChange(visit);
  }
}

/** Somebody who opens their link and has answered nothing. */
function isFresh({ visit }: PersonalSession, asked: Asked): boolean {
  const isNew = visit.saved === null && !isDone(visit.participation);
  return isNew && asked.page === null && Object.keys(asked.chosen).length === 0;
}

/** A page with something wrong on it as it was typed; null where all of it stands among the answers. */
function unfinishedOf({ errors, pageIndex, form }: TakenPage): PageOptions['unfinished'] {
  return errors.length > 0 ? { page: pageIndex, form: typedFields(form) } : null;
}

function addressOf({ address, locale }: PersonalSession): string {
  return `${address}?lang=${locale}`;
}

function closed(
  { visit, locale }: Pick<PersonalSession, 'visit' | 'locale'>,
  kept: 'saved' | 'lost' | null,
): Shown {
  return { status: 410, html: renderClosed({ survey: respondentSurvey(visit, locale), kept, locale }) };
}

/** Under the lock there is nothing kept in a survey that keeps nothing: the form has brought it along. */
function keptOr(session: PersonalSession, kept: PersonalSession['known']): PersonalSession['known'] {
  return session.keeps ? kept : session.known;
}

/** The page of the question that was answered in a letter; null if it is not one that letters ask, or not so. */
function pageOfChosen({ plan, visit, locale }: PersonalSession, chosen: AnswerForm): number | null {
  const [first] = Object.entries(chosen);
  if (!first) return null;
  const [field, value] = first;
  const question = letterQuestions(plan, visit.privacy, locale).get(field.slice('q.'.length));
  if (!question?.choices.some((choice) => choice.value === value)) return null;
  const isOn = (page: PlanPage) => questionsWithin(page).some(({ name }) => name === question.name);
  return plan.pages.findIndex(isOn);
}
