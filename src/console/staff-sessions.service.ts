import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, type Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { StaffMember } from './staff-member.entity.js';
import { StaffSession } from './staff-session.entity.js';

const IDLE_MS = 8 * 3_600_000;
const ABSOLUTE_MS = 7 * 86_400_000;
const TOUCH_EVERY_MS = 60_000;

/** Who is signed in where: a session ends after eight idle hours, after seven days, or by signing out. */
@Injectable()
export class StaffSessions {
  constructor(
    @InjectRepository(StaffSession) private readonly sessions: Repository<StaffSession>,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and returns its token, which is never seen again. Sweeps out what has ended. */
  async open(member: StaffMember): Promise<string> {
    const now = this.clock.now();
    await this.sessions.delete({ expiresAt: LessThan(now) });

    const token = randomBytes(32).toString('base64url');
    await this.sessions.insert({
      tokenHash: hashOf(token),
      member: { id: member.id },
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
    });
    return token;
  }

  /**
   * Who is signed in with this token, or null.
   *
   * @param byPerson false for what a page fetches by itself, which does not keep a session awake
   */
  async memberWith(token: string, byPerson: boolean): Promise<StaffMember | null> {
    const session = await this.sessions.findOne({
      where: { tokenHash: hashOf(token) },
      relations: { member: true },
    });
    if (!session) return null;

    const now = this.clock.now();
    const idle = now.getTime() - session.lastSeenAt.getTime();
    if (idle > IDLE_MS || session.expiresAt <= now) {
      await this.end(token);
      return null;
    }
    if (byPerson && idle > TOUCH_EVERY_MS) {
      await this.sessions.update({ tokenHash: session.tokenHash }, { lastSeenAt: now });
    }
    return session.member;
  }

  async end(token: string): Promise<void> {
    await this.sessions.delete({ tokenHash: hashOf(token) });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
