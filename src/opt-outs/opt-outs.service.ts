import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { SubscriptionsService } from '../lists/subscriptions.service.js';
import { dropRequested, findRequestFacts, planOnRequest } from '../ledger/planning/on-request.queries.js';
import { type DueWave, skipForOptOut, undoOptOut } from '../ledger/planning/undo-opt-out.queries.js';
import { Bells } from '../queue/bells.js';
import { OptOutJournal } from '../safeguards/opt-out-journal.js';
import type { Visit } from '../responses/visit.queries.js';
import { ResponsesService } from '../responses/responses.service.js';
import { type Snooze, snoozeFor } from './snooze.rules.js';
import { changeAfterHandOver, repeatUntilHandedOver } from '../responses/hand-over-guard.js';
import { decline, lockParticipant, undoDecline } from '../participants/participation.queries.js';
import { addressOf } from './opt-outs.queries.js';

/**
 * What people ask for instead of answering: not this survey, later, no more mails at all. Each may be asked
 * for any number of times and taken back; what waits for them is skipped with the reason, and planned again.
 */
@Injectable()
export class OptOutsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly responses: ResponsesService,
    private readonly subscriptions: SubscriptionsService,
    private readonly bells: Bells,
    private readonly journal: OptOutJournal,
    private readonly clock: Clock,
  ) {}

  /** Not this survey; they stay on the list. */
  async decline(visit: Visit): Promise<void> {
    const participant = visit.participantId;
    await this.responses.linkUsed(visit);
    const declined = await changeAfterHandOver(this.dataSource, participant, async (tx) => {
      const changed = await decline(tx, participant);
      if (changed) await skipForOptOut(tx, { participant }, 'declined', this.clock.now());
      return changed;
    });
    if (declined) await this.note('decline', visit);
  }

  async undoDecline(visit: Visit): Promise<void> {
    const participant = visit.participantId;
    const due = await this.dataSource.transaction(async (tx) => {
      const undone = await undoDecline(tx, participant);
      return undone ? undoOptOut(tx, { participant }, 'declined', this.clock.now()) : null;
    });
    if (!due) return;
    await this.note('undo-decline', visit);
    await this.ring(due);
  }

  private async note(what: 'decline' | 'undo-decline', { surveyId, subscriberId }: Visit): Promise<void> {
    const address = await addressOf(this.dataSource, subscriberId);
    if (address) await this.journal.add({ what, survey: surveyId, people: [address.emailKey] });
  }

  /** Whether they can be reminded later, and when. Looks and changes nothing. */
  async snoozeFor(visit: Visit): Promise<Snooze> {
    const facts = await findRequestFacts(this.dataSource, visit.participantId);
    return snoozeFor(visit, facts, this.clock.now());
  }

  /** Arranges one reminder in three days, and no other mail of this survey until then. */
  async snooze(visit: Visit): Promise<Snooze> {
    const participant = visit.participantId;
    await this.responses.linkUsed(visit);
    const planned = await changeAfterHandOver(this.dataSource, participant, async (tx) => {
      await lockParticipant(tx, participant);
      const now = this.clock.now();
      const facts = await findRequestFacts(tx, participant);
      const snooze = snoozeFor(visit, facts, now);
      if (snooze.step !== 'ask' || facts.lastWave === null) return null;
      await skipForOptOut(tx, { participant }, 'snoozed', now);
      return planOnRequest(tx, participant, facts.lastWave, snooze.at, now);
    });
    if (planned) await this.ring([planned]);
    return this.snoozeFor(visit);
  }

  /** @returns where they stand then; `ask` where there is nothing arranged any more */
  async undoSnooze(visit: Visit): Promise<Snooze> {
    const participant = visit.participantId;
    const due = await this.dataSource.transaction(async (tx) => {
      await lockParticipant(tx, participant);
      const now = this.clock.now();
      await dropRequested(tx, participant, now);
      return undoOptOut(tx, { participant }, 'snoozed', now);
    });
    await this.ring(due);
    return this.snoozeFor(visit);
  }

  /**
   * Leaves the list. A claim that is under way at this moment has not seen it, as it holds the participant
   * and not the subscriber: so what waits is skipped once it is in the database, and what is just being
   * handed over is waited for.
   *
   * @throws NotFound
   */
  async unsubscribe(subscriber: string): Promise<void> {
    await this.subscriptions.unsubscribe(subscriber);
    await this.noteSubscription('unsubscribe', subscriber);
    await repeatUntilHandedOver(this.dataSource, subscriber, () =>
      skipForOptOut(this.dataSource, { subscriber }, 'unsubscribed', this.clock.now()),
    );
  }

  /** @throws NotFound */
  async resubscribe(subscriber: string): Promise<void> {
    await this.subscriptions.resubscribe(subscriber);
    await this.noteSubscription('resubscribe', subscriber);
    await this.ring(await undoOptOut(this.dataSource, { subscriber }, 'unsubscribed', this.clock.now()));
  }

  private async noteSubscription(what: 'unsubscribe' | 'resubscribe', subscriber: string): Promise<void> {
    const address = await addressOf(this.dataSource, subscriber);
    if (address) await this.journal.add({ what, list: address.listId, people: [address.emailKey] });
  }

  /** What is due now comes at once; what comes later is named by its second, so that many make one bell. */
  private async ring(due: readonly DueWave[]): Promise<void> {
    const waves = new Map(
      due.map(({ wave, at }) => [`send-wave-${wave}-at-${Math.floor(at.getTime() / 1000)}`, { wave, at }]),
    );
    for (const [once, { wave, at }] of waves) {
      const isLater = at > this.clock.now();
      await this.bells.ring('send-wave', { wave }, isLater ? { at, once } : {});
    }
  }
}
