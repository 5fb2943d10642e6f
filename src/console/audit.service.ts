import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Writes down who did what. It only ever adds. */
@Injectable()
export class AuditService {
  constructor(
    @InjectRepository(AuditEntry) private readonly entries: Repository<AuditEntry>,
    private readonly clock: Clock,
  ) {}

  /**
   * @param actor a staff member's address, the name of an API token, or `system`
   * @param action `noun.verb`, for example `wave.schedule`
   * @param subject `noun:id`, for example `wave:7`
   * @param tx the transaction in which it is done, where neither may stand without the other
   */
  async record(
    actor: string,
    action: string,
    subject: string,
    detail: Record<string, unknown> = {},
    tx: EntityManager = this.entries.manager,
  ): Promise<void> {
    const entry = { at: this.clock.now(), actor, action, subject, detail: detail as never };
    await tx.insert(AuditEntry, entry);
  }
}
