import { forgetCheckedFiles, forgetImports } from '../lists/erasure.queries.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, currentActor, runAs } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { Pseudonyms } from '../common/pseudonyms.js';
import { retryOnDeadlock } from '../database/retry-on-deadlock.js';
import { requireList } from '../lists/lists.service.js';
import { OptOutJournal } from '../safeguards/opt-out-journal.js';
import {
  areMailsFree,
  deleteSubscribers,
  lockPeople,
  type People,
  subscribersAfter,
} from './erasure.queries.js';
import { HandOverInProgress, afterHandOver } from '../responses/hand-over-guard.js';

/** So many people go in one transaction: few enough to wait until nothing is being handed over to any of them. */
export const BATCH = 200;

/** Whom a batch erases, and in whose name. */
export interface Batch {
  people: readonly string[];
  actor: Actor;
  askedAt: Date;
}

/**
 * Erases people for good: from the list, from every survey, with their mails, with what is kept of their
 * answers, and with the responses that bear them. What is erased and that it was stand in one transaction.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pseudonyms: Pseudonyms,
    private readonly audit: AuditService,
    private readonly journal: OptOutJournal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async erase(subscriber: string): Promise<void> {
    const erased = await this.unhindered(async (tx, mayBeMailed) => {
      const { lists, emailKeys } = await this.eraseLocked(tx, [subscriber], mayBeMailed);
      const [list] = lists;
      if (list === undefined) throw new NotFound('subscriber', subscriber);
      await forgetCheckedFiles(tx, list);
      await this.audit.record('subscriber.erase', `subscriber:${subscriber}`, {}, tx);
      return { list, people: emailKeys };
    });
    await this.journal.add({ what: 'erase', ...erased });
  }

  /**
   * Everybody on a list; the list itself stays, as segments and waves name it. Every batch is a transaction
   * with an audit entry of its own: where it breaks off, those before are gone, and a second call goes on.
   *
   * @throws NotFound
   */
  async emptyList(list: string): Promise<void> {
    await requireList(this.dataSource, list);
    const askedAt = this.clock.now();
    for (let after: string | undefined = '0'; after !== undefined;)
      after = await this.eraseAfter(list, after, askedAt);
  }

  /**
   * Some people of a list in one transaction, with what it keeps of the files they came by.
   *
   * @param choose finds out whom within that transaction, and may be asked again where it is tried again; null
   *   leaves everything as it is
   * @returns what was chosen
   */
  async eraseBatch<Chosen extends Batch>(
    list: string,
    choose: (tx: EntityManager) => Promise<Chosen | null>,
  ): Promise<Chosen | null> {
    const erased = await this.unhindered(async (tx, mayBeMailed) => {
      const chosen = await choose(tx);
      if (!chosen) return null;
      const { subscribers, emailKeys } = await this.eraseLocked(tx, chosen.people, mayBeMailed);
      await forgetImports(tx, list, chosen.askedAt);
      const detail = { people: subscribers.length };
      await runAs(chosen.actor, () => this.audit.record('list.empty', `list:${list}`, detail, tx));
      return { chosen, emailKeys };
    });
    if (!erased) return null;
    await this.journal.add({ what: 'erase', list, people: erased.emailKeys });
    return erased.chosen;
  }

  /** @returns behind whom to go on; undefined where nobody is left */
  private async eraseAfter(list: string, after: string, askedAt: Date): Promise<string | undefined> {
    const batch = await this.eraseBatch(list, async (tx) => ({
      ...{ actor: currentActor(), askedAt },
      people: await subscribersAfter(tx, list, after, BATCH),
    }));
    return batch?.people.length === BATCH ? batch.people.at(-1) : undefined;
  }

  /**
   * Nothing is waited for while people are locked: a round that is being settled holds its mails one after the
   * other, and would wait for those that went first.
   *
   * @throws HandOverInProgress
   */
  private async eraseLocked(
    tx: EntityManager,
    subscribers: readonly string[],
    mayBeMailed: boolean,
  ): Promise<People> {
    const people = await lockPeople(tx, subscribers);
    const { participants } = people;
    if (!(await areMailsFree(tx, participants)) && !mayBeMailed) throw new HandOverInProgress();
    const codes = people.coded.flatMap((participant) => this.pseudonyms.codesOf(participant));
    await deleteSubscribers(tx, people.subscribers, codes);
    return people;
  }

  private unhindered<Result>(
    erasing: (tx: EntityManager, mayBeMailed: boolean) => Promise<Result>,
  ): Promise<Result> {
    return afterHandOver((mayBeMailed) =>
      retryOnDeadlock(() => this.dataSource.transaction((tx) => erasing(tx, mayBeMailed))),
    );
  }
}
