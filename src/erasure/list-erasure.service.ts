import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { currentActor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { requestListErasure, noteErased, lockListErasure } from '../lists/list-erasure.queries.js';
import { requireList } from '../lists/lists.service.js';
import { Bells } from '../queue/bells.js';
import { subscribersAfter } from './erasure.queries.js';
import { type Batch, BATCH, ErasureService } from './erasure.service.js';

/**
 * Erases lists in the background, batch by batch. The progress is stored in the same transaction as each
 * batch, so the work may be interrupted at any moment and continues with those who are left.
 */
@Injectable()
export class ListErasureService implements BeforeApplicationShutdown {
  private isStopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly erasure: ErasureService,
    private readonly audit: AuditService,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for everybody who is on a list now; asked again while it is under way, nothing changes.
   *
   * @throws NotFound
   */
  async ask(list: string): Promise<void> {
    await requireList(this.dataSource, list);
    await this.dataSource.transaction(async (tx) => {
      const people = await requestListErasure(tx, list, currentActor(), this.clock.now());
      if (people !== null) await this.audit.record('list.ask_to_empty', `list:${list}`, { people }, tx);
    });
    await this.bells.ring('empty-list', { list }, { once: `empty-list-${list}` });
  }

  /** Erases until nobody is left of those it was asked for, somebody else is at it, or the process is to end. */
  async run(list: string): Promise<void> {
    for (let goesOn = true; goesOn && !this.isStopping;) {
      const step = await this.erasure.eraseBatch(list, (tx) => this.nextStep(tx, list));
      goesOn = step !== null && !step.isLast;
    }
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  private async nextStep(tx: EntityManager, list: string): Promise<(Batch & { isLast: boolean }) | null> {
    const erasure = await lockListErasure(tx, list);
    if (!erasure) return null;
    const people = await subscribersAfter(tx, list, erasure.position, BATCH, erasure.upTo);
    const isLast = people.length < BATCH;
    await noteErased(tx, list, {
      erased: erasure.erased + people.length,
      position: people.at(-1) ?? erasure.position,
      finishedAt: isLast ? this.clock.now() : null,
    });
    return { people, actor: erasure.askedBy, askedAt: erasure.askedAt, isLast };
  }
}
