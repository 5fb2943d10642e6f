import { coded } from '../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { runAs } from '../audit/actor.js';
import type { AuditAction } from '../audit/audit-actions.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { DomainError, NotFound } from '../common/errors.js';
import { StaffMember } from './staff-member.entity.js';
import { StaffSessions } from './sessions/staff-sessions.service.js';
import { StaffService } from './staff.service.js';
import { rowsOf } from '../database/rows.js';
import { StaffLinks } from './staff-links.service.js';

/** An account as its colleagues see it. */
export interface Account {
  id: string;
  email: string;
  name: string;
  createdAt: Date;
  /** `invited`: no password has been chosen yet. */
  state: 'active' | 'invited' | 'locked';
  /** In how many browsers it is signed in. */
  sessions: number;
}

/** Without this account nobody could sign in any more. */
export class LastAccount extends DomainError {
  constructor() {
    super('conflict', coded('staff.last'));
  }
}

/** The first account is there already. */
export class AlreadySetUp extends DomainError {
  constructor() {
    super('conflict', coded('staff.set_up_already'));
  }
}

/** Who has an account, and who no longer. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
    private readonly sessions: StaffSessions,
    private readonly links: StaffLinks,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** All accounts in the order they were made. */
  async all(): Promise<Account[]> {
    return rowsOf<Account>(
      this.dataSource,
      `SELECT m.id, m.email, m.name, m.created_at AS "createdAt",
         CASE WHEN m.locked_at IS NOT NULL THEN 'locked' WHEN m.password_hash IS NULL THEN 'invited'
           ELSE 'active' END AS state,
         (SELECT count(*) FROM staff_sessions s WHERE s.staff_member_id = m.id AND s.expires_at > $1
           AND s.last_seen_at > $1 - interval '8 hours')::int AS sessions
       FROM staff_members m ORDER BY m.id`,
      [this.clock.now()],
    );
  }

  /** @throws NotFound */
  async withEmail(email: string): Promise<StaffMember> {
    const key = email.trim().toLowerCase();
    const member = await this.dataSource.manager.findOneBy(StaffMember, { email: key });
    if (!member) throw new NotFound('account', key);
    return member;
  }

  /**
   * Makes an account whose owner chooses the password by a link.
   *
   * @returns the link, see `StaffLinks.make`
   * @throws InvalidInput, StaffMemberExists
   */
  async invite(email: string, name: string): Promise<{ member: StaffMember; link: string }> {
    return this.dataSource.transaction(async (tx) => {
      const member = await this.staff.createWithin(tx, email, name, null);
      return { member, link: await this.links.make(tx, member.id) };
    });
  }

  /** A link by which a new password can be chosen; the present one stays valid until then. @throws NotFound */
  async passwordLink(id: string): Promise<{ member: StaffMember; link: string }> {
    return this.dataSource.transaction(async (tx) => {
      const member = await lockMember(tx, id);
      return { member, link: await this.links.make(tx, id) };
    });
  }

  /**
   * A link by which the first account is made.
   *
   * @param keep whether earlier such links stay valid
   * @throws AlreadySetUp
   */
  async setUpLink(keep: 'earlier' | 'none'): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      if (!(await this.staff.isEmpty())) throw new AlreadySetUp();
      return this.links.make(tx, null, keep);
    });
  }

  /**
   * Makes the first account, and uses up the link it is made by.
   *
   * @throws StaffLinkGone, InvalidInput, AlreadySetUp
   */
  async setUp(token: string, email: string, name: string, password: string): Promise<StaffMember> {
    return this.dataSource.transaction(async (tx) => {
      await lockAccounts(tx);
      await this.links.use(tx, 'set-up', token);
      if (await tx.exists(StaffMember)) throw new AlreadySetUp();
      const member = await this.staff.createWithin(tx, email, name, password);
      await this.links.forget(tx, null);
      const subject = `staff:${member.id}` as const;
      await runAs(subject, () => this.audit.record('staff.use_link', subject, {}, tx));
      return member;
    });
  }

  /**
   * Sets a password by a link, and ends wherever the account is signed in.
   *
   * @throws StaffLinkGone, InvalidInput
   */
  async choosePassword(token: string, password: string): Promise<StaffMember> {
    return this.dataSource.transaction(async (tx) => {
      const { member } = await this.links.use(tx, 'password', token);
      if (!member) throw new Error('a link for a password belongs to nobody');
      await this.staff.setPassword(tx, member, password);
      const sessions = await this.sessions.endAll(tx, member.id);
      await this.links.forget(tx, member.id);
      const subject = `staff:${member.id}` as const;
      await runAs(subject, () => this.audit.record('staff.use_link', subject, { sessions }, tx));
      return member;
    });
  }

  /**
   * Changes somebody's own password; wherever else they are signed in, they are no longer.
   *
   * @param session the token of the one that stays
   * @throws InvalidInput for the new password
   * @returns false where the present password is another
   */
  async changePassword(
    member: StaffMember,
    session: string,
    { present, next }: { present: string; next: string },
  ): Promise<boolean> {
    if (!(await this.staff.withPassword(member.email, present))) return false;
    await this.dataSource.transaction(async (tx) => {
      await this.staff.setPassword(tx, member, next);
      const sessions = await this.sessions.endAll(tx, member.id, session);
      await this.sessions.forgetTries(tx, session);
      await this.links.forget(tx, member.id);
      await this.audit.record('staff.change_password', `staff:${member.id}`, { sessions }, tx);
    });
    return true;
  }

  /** Ends all of somebody's sessions but one. @returns how many */
  async endOtherSessions(member: string, session: string): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const sessions = await this.sessions.endAll(tx, member, session);
      if (sessions > 0) await this.audit.record('session.end', `staff:${member}`, { sessions }, tx);
      return sessions;
    });
  }

  /** Nobody signs in with it any more; anyone who is, is out at once. @throws NotFound, LastAccount */
  async lock(id: string): Promise<StaffMember> {
    return this.withAccount(id, 'staff.lock', async (tx, member) => {
      await requireAnother(tx, member);
      if (member.lockedAt === null) await tx.update(StaffMember, { id }, { lockedAt: this.clock.now() });
      await this.sessions.endAll(tx, id);
      await this.links.forget(tx, id);
    });
  }

  /** @throws NotFound */
  async unlock(id: string): Promise<StaffMember> {
    return this.withAccount(id, 'staff.unlock', async (tx) => {
      await tx.update(StaffMember, { id }, { lockedAt: null });
    });
  }

  /** Removes an account with its sessions and links; what was done with it stays in the log. @throws NotFound, LastAccount */
  async remove(id: string): Promise<StaffMember> {
    return this.withAccount(id, 'staff.remove', async (tx, member) => {
      await requireAnother(tx, member);
      await tx.delete(StaffMember, { id });
    });
  }

  private async withAccount(
    id: string,
    action: AuditAction,
    step: (tx: EntityManager, member: StaffMember) => Promise<void>,
  ): Promise<StaffMember> {
    return this.dataSource.transaction(async (tx) => {
      await lockAccounts(tx);
      const member = await lockMember(tx, id);
      await step(tx, member);
      await this.audit.record(action, `staff:${id}`, { email: member.email }, tx);
      return member;
    });
  }
}

/** One at a time: two who lock each other would leave nobody. Reading goes on, as does signing in. */
async function lockAccounts(tx: EntityManager): Promise<void> {
  await rowsOf(tx, 'LOCK TABLE staff_members IN SHARE ROW EXCLUSIVE MODE');
}

async function lockMember(tx: EntityManager, id: string): Promise<StaffMember> {
  const member = await tx.findOne(StaffMember, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!member) throw new NotFound('account', id);
  return member;
}

async function requireAnother(tx: EntityManager, member: StaffMember): Promise<void> {
  const canSignIn = member.lockedAt === null && member.passwordHash !== null;
  if (!canSignIn) return;
  const others = await rowsOf(
    tx,
    'SELECT FROM staff_members WHERE id <> $1 AND locked_at IS NULL AND password_hash IS NOT NULL LIMIT 1',
    [member.id],
  );
  if (others.length === 0) throw new LastAccount();
}
