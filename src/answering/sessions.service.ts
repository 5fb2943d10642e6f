import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { operatorOf } from '../respondents/operator.js';
import { Clock } from '../common/clock.js';
import type { Locale } from '../common/locale.js';
import { SignedTokens } from '../common/signed-token.js';
import type { OptOutLinks } from '../opt-outs/pages/opt-out-parts.js';
import { optOutLinks } from '../opt-outs/opt-out-links.js';
import { Pseudonyms } from '../common/pseudonyms.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import { checkKeptAnswers } from '../questionnaire/answers/check/check-answers.js';
import type { RespondentContext } from '../questionnaire/answers/state/questionnaire-state.js';
import { isOpen, mayFinish } from '../surveys/survey.rules.js';
import { VersionsService } from '../surveys/questionnaires/versions.service.js';
import { languageOf } from '../respondents/language-of.js';
import { keepsAnswers } from '../responses/owner.js';
import { textOf } from '../respondents/respondent-http.js';
import { Visits } from '../responses/visits.js';
import type { Asked, Session } from './session.js';
import { isDone } from '../participants/participation.rules.js';
import { readCarried } from '../responses/unfinished.js';
import type { Visit } from '../responses/visit.queries.js';

/** A visit that leads to a questionnaire. */
export interface PersonalSession extends Session {
  token: string;
  visit: Visit;
}

/** The seed is calculated only if a random order needs it. */
class PersonalContext implements RespondentContext {
  constructor(
    readonly person: RespondentContext['person'],
    readonly now: Date,
    readonly timeZone: string,
    private readonly seedOf: () => string,
  ) {}

  get seed(): string {
    return this.seedOf();
  }
}

/** What a personal link leads to at this moment. */
export type Found =
  | { kind: 'unknown'; locale: Locale; operator: string | null }
  /** Before publication there is nothing to show. */
  | { kind: 'unpublished'; visit: Visit; locale: Locale }
  /** The time is over, the grace period too. */
  | { kind: 'closed'; session: PersonalSession }
  /** They have been through it. */
  | { kind: 'done'; session: PersonalSession }
  | { kind: 'open'; session: PersonalSession };

/** Finds out who comes by a personal link, what they know already, and whether they may answer now. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly visits: Visits,
    private readonly versions: VersionsService,
    private readonly pseudonyms: Pseudonyms,
    private readonly tokens: SignedTokens,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where this person can decline, put off, and leave the list. */
  linksOf({ token, visit }: Pick<PersonalSession, 'token' | 'visit'>): OptOutLinks {
    return optOutLinks(token, this.tokens.sign('unsubscribe', visit.subscriberId));
  }

  /** @param form what was sent; null for somebody who only looks */
  async find(token: string, asked: Asked, form: AnswerForm | null): Promise<Found> {
    const visit = await this.visits.byLink(token);
    const locale = languageOf(visit, asked);
    if (!visit) return { kind: 'unknown', locale, operator: operatorOf(this.config) };
    const versionId = await this.versionFor(visit, form);
    if (versionId === null) return { kind: 'unpublished', visit, locale };

    const session = await this.sessionFor(token, visit, versionId, locale, form);
    if (isDone(visit.participation)) return { kind: 'done', session };
    const now = this.clock.now();
    const has = form === null ? visit.saved !== null : true;
    const mayAnswer = isOpen(visit, now) || (has && mayFinish(visit, visit.enrolledAt, now));
    return { kind: mayAnswer ? 'open' : 'closed', session };
  }

  /** Whether submitted answers may be changed now; in the grace period only what was begun before. */
  mayChange(visit: Visit): boolean {
    if (!visit.mayChangeAnswers || !keepsAnswers(visit) || !isDone(visit.participation)) return false;
    const now = this.clock.now();
    return isOpen(visit, now) || (visit.saved !== null && mayFinish(visit, visit.enrolledAt, now));
  }

  /** The version they began with: as it is kept, or as the form says where nothing is. */
  private async versionFor(visit: Visit, form: AnswerForm | null): Promise<string | null> {
    if (visit.saved) return visit.saved.versionId;
    const named = textOf(form?.['version']);
    if (named !== null && (await this.versions.isOf(named, visit.surveyId))) return named;
    return visit.versionId;
  }

  private async sessionFor(
    token: string,
    visit: Visit,
    versionId: string,
    locale: Locale,
    form: AnswerForm | null,
  ): Promise<PersonalSession> {
    const { participantId: id, person, timeZone } = visit;
    const plan = await this.versions.planOf(versionId);
    const respondent = new PersonalContext(person, this.clock.now(), timeZone, () =>
      this.pseudonyms.seedOf(id),
    );
    const keeps = keepsAnswers(visit);
    const carried = readCarried(keeps ? null : textOf(form?.['carried']));
    return {
      token,
      visit,
      survey: visit,
      plan,
      versionId,
      locale,
      respondent,
      address: `/u/${token}`,
      known: keeps
        ? (visit.saved?.answers ?? {})
        : checkKeptAnswers(plan, carried.answers, locale, respondent),
      unfinished: keeps ? (visit.saved?.unfinished ?? null) : carried.unfinished,
      keeps,
      nonce: null,
    };
  }
}
