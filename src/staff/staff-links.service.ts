import { coded } from '../common/coded-text.js';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { hashOfToken, newSecretToken } from '../common/secret-token.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { StaffLink, type StaffLinkPurpose } from './staff-link.entity.js';

const VALID_HOURS = 24;

const PATHS: Record<StaffLinkPurpose, string> = {
  'set-up': '/console/set-up/',
  password: '/console/password/',
};

/** A link that was never made, was used, has been replaced, or is older than a day. */
export class StaffLinkGone extends DomainError {
  constructor() {
    super('gone', coded('staff_link.gone'));
  }
}

/** Makes one-time links, knows them again, and uses them up. */
@Injectable()
export class StaffLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes a link that is valid for a day, whole, as people open it; it is never seen again.
   *
   * @param member whose password it sets; null for the link that makes the first account
   * @param keep whether earlier ones for the same stay valid, as where several processes start at once
   */
  async make(tx: EntityManager, member: string | null, keep: 'earlier' | 'none' = 'none'): Promise<string> {
    const purpose: StaffLinkPurpose = member === null ? 'set-up' : 'password';
    const now = this.clock.now();
    await tx.delete(StaffLink, { expiresAt: LessThanOrEqual(now) });
    if (keep === 'none') await this.forget(tx, member);

    const token = newSecretToken();
    await tx.insert(StaffLink, {
      tokenHash: hashOfToken(token),
      purpose,
      member: member === null ? null : { id: member },
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_HOURS * 3_600_000),
    });
    await this.audit.record('staff.make_link', member === null ? 'staff:first' : `staff:${member}`, {}, tx);
    return `${this.config.publicUrl}${PATHS[purpose]}${token}`;
  }

  /** What a link is good for, without using it. @throws StaffLinkGone */
  async look(purpose: StaffLinkPurpose, token: string): Promise<StaffLink> {
    return this.find(this.dataSource.manager, purpose, token);
  }

  /** Uses a link up: of two that try at once, one finds it gone. @throws StaffLinkGone */
  async use(tx: EntityManager, purpose: StaffLinkPurpose, token: string): Promise<StaffLink> {
    const link = await this.find(tx, purpose, token);
    const { affected } = await tx.delete(StaffLink, { tokenHash: link.tokenHash });
    if (!affected) throw new StaffLinkGone();
    return link;
  }

  /** Whatever links there still are for somebody, or for the first account, open nothing any more. */
  async forget(tx: EntityManager, member: string | null): Promise<void> {
    await tx.delete(StaffLink, { member: member === null ? IsNull() : { id: member } });
  }

  private async find(tx: EntityManager, purpose: StaffLinkPurpose, token: string): Promise<StaffLink> {
    const link = await tx.findOne(StaffLink, {
      where: { tokenHash: hashOfToken(token), purpose, expiresAt: MoreThan(this.clock.now()) },
      relations: { member: true },
    });
    if (!link || link.member?.lockedAt) throw new StaffLinkGone();
    return link;
  }
}
