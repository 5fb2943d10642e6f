import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { currentActor } from './actor.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditAction } from './audit-actions.js';

/**
 * Writes down who did what. It only ever adds. Services call it where the act is carried out; in whose
 * name comes from the context (see `runAs`), so that console, API and command line record alike.
 */
@Injectable()
export class AuditService {
  constructor(
    @InjectRepository(AuditEntry) private readonly entries: Repository<AuditEntry>,
    private readonly clock: Clock,
  ) {}

  /**
   * @param subject `noun:id`, for example `wave:7`
   * @param details ids, numbers and settings: never an answer, and no address of anybody who is surveyed
   * @param tx the transaction in which it is done, so that neither is kept without the other
   */
  async record(
    action: AuditAction,
    subject: string,
    details: Record<string, unknown> = {},
    tx: EntityManager = this.entries.manager,
  ): Promise<void> {
    const entry = { at: this.clock.now(), actor: currentActor(), action, subject, detail: details as never };
    await tx.insert(AuditEntry, entry);
  }
}
