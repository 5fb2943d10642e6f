import { Injectable } from '@nestjs/common';
import { dayWrittenOut } from '../common/local-time.js';
import type { LocalizedText } from '../common/locale.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import { evaluateQuestionnaire } from '../questionnaire/answers/state/evaluate-questionnaire.js';
import { VersionsService } from '../surveys/questionnaires/versions.service.js';
import { completedWords } from './completed-words.js';
import { respondentSurvey } from '../respondents/respondent-survey.js';
import { ResponsesService } from '../responses/responses.service.js';
import type { Shown } from '../respondents/respondent-http.js';
import { type PersonalSession, SessionsService } from './sessions.service.js';
import { renderOwnAnswers } from './pages/own-answers.page.js';
import { type ChangeState, renderThankYou } from './pages/thank-you.page.js';

/** What comes after submitting: thanks, and the way back to the answers where the survey allows it. */
@Injectable()
export class FinishedService {
  constructor(
    private readonly responses: ResponsesService,
    private readonly versions: VersionsService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * The thank-you, in the words of the version that was answered.
   *
   * @param just what has been stored this moment, where nobody could look it up
   */
  async show(
    session: PersonalSession,
    just: { screenedOut: boolean; answers: Answers } | null = null,
  ): Promise<Shown> {
    const { visit, locale } = session;
    const html = renderThankYou({
      survey: respondentSurvey(visit, locale),
      screenedOut: just?.screenedOut ?? visit.participation === 'screened_out',
      completedText: await this.completedText(session, just?.answers ?? null),
      change: this.changeState(session),
      hasAnswers: session.keeps && visit.participation === 'completed',
      address: session.address,
      locale,
    });
    return { status: 200, html };
  }

  /** What they have submitted, to read and print; the thank-you where nobody can know. */
  async showAnswers(session: PersonalSession): Promise<Shown> {
    const { visit, respondent, address, locale } = session;
    const response = await this.responses.ownResponse(visit);
    if (!response) return this.show(session);
    const plan = await this.versions.planOf(response.versionId);
    const html = renderOwnAnswers({
      survey: respondentSurvey(visit, locale),
      state: evaluateQuestionnaire(plan, response.answers, respondent),
      sentOn: response.submittedAt && dayWrittenOut(response.submittedAt, visit.timeZone, locale),
      address,
      locale,
    });
    return { status: 200, html };
  }

  /** What the buttons of the thank-you page do; anything else sent to it is answered by the page itself. */
  async act(session: PersonalSession, go: string | null): Promise<Shown> {
    const { visit, address, locale } = session;
    if (!this.sessions.mayChange(visit)) return this.show(session);
    if (go === 'change' && (await this.responses.beginChange(visit, locale)))
      return { goTo: `${address}?page=${(visit.saved?.page ?? 0) + 1}&lang=${locale}` };
    if (go === 'discard') {
      await this.responses.dropChange(visit);
      return { goTo: `${address}?lang=${locale}` };
    }
    return this.show(session);
  }

  private changeState({ visit }: PersonalSession): ChangeState {
    if (!this.sessions.mayChange(visit)) return 'none';
    return visit.saved === null ? 'possible' : 'begun';
  }

  private async completedText(
    session: PersonalSession,
    known: Answers | null,
  ): Promise<LocalizedText | null> {
    const { visit, respondent, locale } = session;
    const response = known
      ? { versionId: session.versionId, answers: known }
      : await this.responses.ownResponse(visit);
    const plan = response ? await this.versions.planOf(response.versionId) : session.plan;
    return completedWords(
      evaluateQuestionnaire(plan, response?.answers ?? {}, respondent),
      response !== null,
      locale,
    );
  }
}
