import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { SignedTokens } from '../common/signed-token.js';
import { Bells } from '../queue/bells.js';
import {
  findVisit,
  markOpened,
  type Progress,
  saveProgress,
  storeResponse,
  type Submission,
  type Visit,
} from './responses.queries.js';
import { settleByUse } from '../mailing/settle.queries.js';
import { changeUnlessMailed } from './unless-mailed.js';

/** What personal links do to the database. Looking does nothing (P5). */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: SignedTokens,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /** Null for a link we did not make, without asking the database, and for one whose person is gone. */
  async visit(token: string): Promise<Visit | null> {
    const participant = this.tokens.read('participation', token);
    return participant === null ? null : findVisit(this.dataSource, participant);
  }

  /** Posting is what a person does: a mail of which nobody knew whether it was sent has evidently arrived. */
  async linkUsed(visit: Visit): Promise<void> {
    await settleByUse(this.dataSource, visit.participantId);
  }

  /** Somebody has begun and nothing can be kept yet; an anonymous survey does not note it. */
  async opened(visit: Visit): Promise<void> {
    if (visit.privacy === 'identified' && visit.participation === 'not_started') {
      await markOpened(this.dataSource, visit.participantId);
    }
  }

  /** Keeps a page of answers; false if the response was submitted meanwhile. */
  async save(visit: Visit, progress: Progress): Promise<boolean> {
    return this.dataSource.transaction((tx) =>
      saveProgress(tx, visit.participantId, progress, this.clock.now()),
    );
  }

  /**
   * Stores the response and its thank-you in one transaction; false if there was one already. While a
   * mail to this person is just being handed over, it waits for that to end, a moment as a rule.
   */
  async submit(
    visit: Visit,
    submission: Pick<Submission, 'answersWith' | 'language' | 'versionId'>,
  ): Promise<boolean> {
    const { participantId, surveyId, privacy, timeZone } = visit;
    const whole = { participantId, surveyId, privacy, timeZone, ...submission };
    const stored = await changeUnlessMailed(this.dataSource, participantId, (tx) =>
      storeResponse(tx, whole, this.clock.now()),
    );
    if (stored && privacy !== 'anonymous') void this.bells.ring('send-thank-yous', {});
    return stored;
  }
}
