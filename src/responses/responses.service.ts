import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { SignedTokens } from '../common/signed-token.js';
import { Bells } from '../queue/bells.js';
import { findVisit, type Progress, saveProgress, storeResponse, type Submission, type Visit } from './responses.queries.js';

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

  /** Keeps a page of answers; false if the response was submitted meanwhile. */
  async save(visit: Visit, progress: Progress): Promise<boolean> {
    return this.dataSource.transaction((tx) => saveProgress(tx, visit.participantId, progress, this.clock.now()));
  }

  /** Stores the response and its thank-you in one transaction; false if there was one already. */
  async submit(visit: Visit, submission: Pick<Submission, 'answers' | 'language' | 'versionId'>): Promise<boolean> {
    const { participantId, surveyId, privacy, timeZone } = visit;
    const stored = await this.dataSource.transaction((tx) =>
      storeResponse(tx, { participantId, surveyId, privacy, timeZone, ...submission }, this.clock.now()),
    );
    if (stored) void this.bells.ring('send-thank-yous', {});
    return stored;
  }
}
