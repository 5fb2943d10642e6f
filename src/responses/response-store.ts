import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Batches } from '../database/batches.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import { keepsAnswers } from './owner.js';
import { keptByNow } from './saved-answers.queries.js';
import { type Stored, storeResponses, type Submission, type ToStore } from './store-response.queries.js';
import { HandOverInProgress } from './hand-over-guard.js';

/**
 * Stores responses, durable before anybody is thanked on screen (P6). Those that come at the same time are
 * stored in one transaction, so that the day of an invitation costs a commit for many of them, not for each.
 */
@Injectable()
export class ResponseStore {
  private readonly together: Batches<ToStore, Stored>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: PreparedStatements,
  ) {
    this.together = new Batches((responses) => storeResponses(statements, responses));
  }

  /**
   * The answers are put together from what was kept as the person came. Where a second tab has kept something
   * else meanwhile, nothing is stored, and they are put together again.
   *
   * @returns false if there was a response already
   * @throws HandOverInProgress while a mail to this person is just being handed over; nothing is stored then
   */
  async store(submission: Submission, now: Date, mayBeMailed: boolean): Promise<boolean> {
    const before = keepsAnswers(submission.owner) ? submission.known : null;
    let known = before && JSON.stringify(before);
    for (;;) {
      const whole = await this.whole(submission, known);
      const { outcome, kept } = await this.ask({ submission, ...whole, now, mayBeMailed });
      switch (outcome) {
        case 'stored':
          return true;
        case 'being_mailed':
          throw new HandOverInProgress();
        case 'kept_otherwise':
          known = kept;
          break;
        default:
          return false;
      }
    }
  }

  /** Something may be missing only because another tab is just keeping it: then that is waited for. */
  private async whole(
    submission: Submission,
    known: string | null,
  ): Promise<Pick<ToStore, 'answers' | 'known'>> {
    const { owner, answersWith } = submission;
    const wholeOf = (kept: string | null) => ({
      answers: answersWith(kept === null ? {} : (JSON.parse(kept) as Answers)),
      known: kept,
    });
    try {
      return wholeOf(known);
    } catch (error) {
      if (!keepsAnswers(owner)) throw error;
      return wholeOf(await keptByNow(this.dataSource, owner));
    }
  }

  private async ask(response: ToStore): Promise<Stored> {
    const stored = await this.together.ask(response);
    if (stored.outcome !== 'busy') return stored;
    const [alone] = await storeResponses(this.statements, [response], { mayWait: true });
    return alone ?? stored;
  }
}
