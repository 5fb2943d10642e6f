import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, LessThan, MoreThan, Not, type Repository } from 'typeorm';
import { runAs } from '../../audit/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { NotFound } from '../../common/errors.js';
import { hashOfToken, newSecretToken } from '../../common/secret-token.js';
import { browserName } from './browser-name.js';
import type { StaffMember } from '../staff-member.entity.js';
import { StaffSession } from './staff-session.entity.js';

const IDLE_MS = 8 * 3_600_000;
const ABSOLUTE_MS = 7 * 86_400_000;
const TOUCH_EVERY_MS = 60_000;
const MAX_WRONG_PASSWORDS = 5;

/** A session as its owner sees it. */
export type ListedSession = Pick<StaffSession, 'id' | 'browser' | 'createdAt' | 'lastSeenAt'> & {
  /** Whether it is the one that asks. */
  isThis: boolean;
};

/** Who is signed in where: a session ends after eight idle hours, after seven days, or when it is ended. */
@Injectable()
export class StaffSessions {
  constructor(
    @InjectRepository(StaffSession) private readonly sessions: Repository<StaffSession>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session and returns its token, which is never seen again. Sweeps out what has ended.
   *
   * @param userAgent of the browser, of which only the families are kept
   */
  async open(member: Pick<StaffMember, 'id'>, userAgent?: string): Promise<string> {
    const now = this.clock.now();
    await this.sessions.delete({ expiresAt: LessThan(now) });

    const token = newSecretToken();
    await this.sessions.manager.transaction(async (tx) => {
      await tx.insert(StaffSession, {
        tokenHash: hashOfToken(token),
        member: { id: member.id },
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
        browser: browserName(userAgent),
      });
      const subject = `staff:${member.id}` as const;
      await runAs(subject, () => this.audit.record('staff.sign_in', subject, {}, tx));
    });
    return token;
  }

  /**
   * Who is signed in with this token, or null.
   *
   * @param byPerson false for what a page fetches by itself, which does not keep a session awake
   */
  async memberWith(token: string, byPerson: boolean): Promise<StaffMember | null> {
    const session = await this.find(token);
    if (!session) return null;

    const now = this.clock.now();
    const idle = now.getTime() - session.lastSeenAt.getTime();
    if (idle > IDLE_MS || session.expiresAt <= now || session.member.lockedAt !== null) {
      await this.end(token);
      return null;
    }
    if (byPerson && idle > TOUCH_EVERY_MS) {
      await this.sessions.update({ tokenHash: session.tokenHash }, { lastSeenAt: now });
    }
    return session.member;
  }

  async end(token: string): Promise<void> {
    await this.sessions.delete({ tokenHash: hashOfToken(token) });
  }

  /** Ends a session as its owner asked for; one that is not there any more is none. */
  async signOut(token: string): Promise<void> {
    const session = await this.find(token);
    if (!session) return;
    await this.sessions.manager.transaction(async (tx) => {
      await tx.delete(StaffSession, { tokenHash: session.tokenHash });
      const subject = `staff:${session.member.id}` as const;
      await runAs(subject, () => this.audit.record('staff.sign_out', subject, {}, tx));
    });
  }

  /** Where somebody is signed in now, the one last used first. */
  async ofMember(memberId: string, token: string): Promise<ListedSession[]> {
    const now = this.clock.now();
    const own = hashOfToken(token);
    const sessions = await this.sessions.find({
      where: {
        member: { id: memberId },
        expiresAt: MoreThan(now),
        lastSeenAt: MoreThan(new Date(now.getTime() - IDLE_MS)),
      },
      order: { lastSeenAt: 'DESC', createdAt: 'DESC' },
    });
    return sessions.map(({ id, browser, createdAt, lastSeenAt, tokenHash }) => ({
      ...{ id, browser, createdAt, lastSeenAt },
      isThis: own.equals(tokenHash),
    }));
  }

  /** Ends one of somebody's sessions. @throws NotFound, also for one of somebody else */
  async endOne(memberId: string, id: string): Promise<void> {
    await this.sessions.manager.transaction(async (tx) => {
      const { affected } = await tx.delete(StaffSession, { id, member: { id: memberId } });
      if (!affected) throw new NotFound('session', id);
      await this.audit.record('session.end', `staff:${memberId}`, { session: id }, tx);
    });
  }

  /**
   * Ends all of somebody's sessions, in the transaction of the caller that changes what they depend on.
   *
   * @param but the token of the one that stays
   * @returns how many were ended
   */
  async endAll(tx: EntityManager, memberId: string, but?: string): Promise<number> {
    const { affected } = await tx.delete(StaffSession, {
      member: { id: memberId },
      ...(but !== undefined && { tokenHash: Not(hashOfToken(but)) }),
    });
    return affected ?? 0;
  }

  /**
   * Counts one more try at the present password within a session; after five wrong ones it is ended. Counted
   * before the password is looked at, so that many tries at once are not one.
   *
   * @returns false where it has ended
   */
  async mayTryPassword(token: string): Promise<boolean> {
    const counted = await this.sessions
      .createQueryBuilder()
      .update()
      .set({ wrongPasswords: () => 'wrong_passwords + 1' })
      .where({ tokenHash: hashOfToken(token) })
      .returning('wrong_passwords')
      .execute();
    const [row] = counted.raw as { wrong_passwords: number }[];
    if (row && row.wrong_passwords <= MAX_WRONG_PASSWORDS) return true;
    await this.end(token);
    return false;
  }

  /** The password was right: tries begin anew. */
  async forgetTries(tx: EntityManager, token: string): Promise<void> {
    await tx.update(StaffSession, { tokenHash: hashOfToken(token) }, { wrongPasswords: 0 });
  }

  private find(token: string): Promise<StaffSession | null> {
    return this.sessions.findOne({ where: { tokenHash: hashOfToken(token) }, relations: { member: true } });
  }
}
