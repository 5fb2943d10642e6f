import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { currentActor } from '../../audit/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { NotFound } from '../../common/errors.js';
import { hashOfToken, newSecretToken } from '../../common/secret-token.js';
import { ApiToken } from './api-token.entity.js';

const TOUCH_EVERY_MS = 60_000;
const DAY_MS = 86_400_000;

/** Makes API tokens and recognises them again. */
@Injectable()
export class ApiTokens {
  constructor(
    @InjectRepository(ApiToken) private readonly tokens: Repository<ApiToken>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a token of 256 random bits, `rlk_…`, and returns it; it is never seen again.
   *
   * @param days how long it is valid; null: until it is removed
   */
  async create(name: string, days: number | null = null): Promise<string> {
    const token = `rlk_${newSecretToken()}`;
    const createdAt = this.clock.now();
    const expiresAt = days === null ? null : new Date(createdAt.getTime() + days * DAY_MS);
    await this.tokens.manager.transaction(async (tx) => {
      const row = { name, tokenHash: hashOfToken(token), createdAt, madeBy: currentActor(), expiresAt };
      const { id } = await tx.save(tx.create(ApiToken, row));
      await this.audit.record('token.add', `token:${id}`, { name, days }, tx);
    });
    return token;
  }

  /** All tokens there are, also those that have ended, in the order they were made. */
  async all(): Promise<ApiToken[]> {
    return this.tokens.find({ order: { id: 'ASC' } });
  }

  /** Anyone who calls with it is turned away from now on. @throws NotFound */
  async remove(id: string): Promise<ApiToken> {
    return this.tokens.manager.transaction(async (tx) => {
      const token = await tx.findOneBy(ApiToken, { id });
      if (!token) throw new NotFound('token', id);
      await tx.delete(ApiToken, { id });
      await this.audit.record('token.remove', `token:${id}`, { name: token.name }, tx);
      return token;
    });
  }

  /**
   * The token's row, or null for one we did not make or that has ended. Notes that it was used, once a
   * minute at most.
   */
  async find(token: string): Promise<ApiToken | null> {
    const found = await this.tokens.findOneBy({ tokenHash: hashOfToken(token) });
    const now = this.clock.now();
    if (!found || (found.expiresAt !== null && found.expiresAt <= now)) return null;

    if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
      await this.tokens.update({ id: found.id }, { lastUsedAt: now });
    }
    return found;
  }
}
