import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { forgetRefusals } from '../ledger/planning/refused-addresses.queries.js';
import { settleByUse } from '../ledger/claims/settle.queries.js';
import { Bells } from '../queue/bells.js';
import { dropChange, openForChange, saveChange } from './change-answers.queries.js';
import { keepsAnswers } from './owner.js';
import { markOpened } from '../participants/participation.queries.js';
import { isDone } from '../participants/participation.rules.js';
import { type Progress, saveProgress } from './saved-answers.queries.js';
import { ResponseStore } from './response-store.js';
import { replaceResponse, type Submission } from './store-response.queries.js';
import { afterHandOver } from './hand-over-guard.js';
import { findOwnResponse, type OwnResponse, type Visit } from './visit.queries.js';

/** What personal links do to the database. Looking does nothing (P5). */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ResponseStore,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /**
   * Posting is what a person does: a mail of which nobody knew whether it was sent has evidently arrived, and
   * an address that refused one takes mail. That an address is written to again would tell of an anonymous
   * survey who has answered it, so there it stays as it was.
   */
  async linkUsed(visit: Visit): Promise<void> {
    if (visit.hasUncertainMail) await settleByUse(this.dataSource, visit.participantId);
    if (visit.hasRefusedMail && visit.privacy !== 'anonymous') {
      await forgetRefusals(this.dataSource, visit.participantId);
    }
  }

  /** Somebody has begun and nothing can be kept yet; an anonymous survey does not note it. */
  async opened(visit: Visit): Promise<void> {
    if (keepsAnswers(visit) && visit.participation === 'not_started')
      await markOpened(this.dataSource, visit.participantId);
  }

  /** Keeps a page of answers; false if the response was submitted meanwhile. */
  async save(visit: Visit, progress: Progress): Promise<boolean> {
    const save = isDone(visit.participation) ? saveChange : saveProgress;
    return this.dataSource.transaction((tx) => save(tx, visit, progress, this.clock.now()));
  }

  /**
   * Stores the response and its thank-you in one transaction, or the change of one, for which nobody is
   * thanked by mail a second time; false if there was one already. While a mail to this person is just being
   * handed over, it waits for that to end, a moment as a rule.
   */
  async submit(
    visit: Visit,
    submission: Pick<Submission, 'answersWith' | 'language' | 'versionId' | 'screenedOut'>,
  ): Promise<boolean> {
    const { surveyId, privacy, timeZone } = visit;
    const whole = { owner: visit, surveyId, timeZone, known: visit.saved?.answers ?? null, ...submission };
    const stored = isDone(visit.participation)
      ? await this.dataSource.transaction((tx) => replaceResponse(tx, whole, this.clock.now()))
      : await afterHandOver((mayBeMailed) => this.store.store(whole, this.clock.now(), mayBeMailed));
    if (stored && privacy !== 'anonymous') this.bells.ringSoon('send-thank-yous');
    return stored;
  }

  /** What they have submitted; null in an anonymous survey, where nobody knows. */
  async ownResponse(visit: Visit): Promise<OwnResponse | null> {
    return keepsAnswers(visit) ? findOwnResponse(this.dataSource, visit) : null;
  }

  /** Opens what they have submitted for changing; what was submitted holds until the change is. */
  async beginChange(visit: Visit, language: string): Promise<boolean> {
    return this.dataSource.transaction((tx) => openForChange(tx, visit, language, this.clock.now()));
  }

  async dropChange(visit: Visit): Promise<void> {
    await this.dataSource.transaction((tx) => dropChange(tx, visit));
  }
}
