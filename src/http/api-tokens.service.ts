import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { ApiToken } from './api-token.entity.js';

const TOUCH_EVERY_MS = 60_000;

/** Makes API tokens and recognises them again. */
@Injectable()
export class ApiTokens {
  constructor(
    @InjectRepository(ApiToken) private readonly tokens: Repository<ApiToken>,
    private readonly clock: Clock,
  ) {}

  /** Makes a token of 256 random bits, `rlk_…`, and returns it; it is never seen again. */
  async create(name: string): Promise<string> {
    const token = `rlk_${randomBytes(32).toString('base64url')}`;
    await this.tokens.insert({ name, tokenHash: hashOf(token), createdAt: this.clock.now() });
    return token;
  }

  /** The token's row, or null for one we did not make. Notes that it was used, once a minute at most. */
  async find(token: string): Promise<ApiToken | null> {
    const found = await this.tokens.findOneBy({ tokenHash: hashOf(token) });
    if (!found) return null;

    const now = this.clock.now();
    if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
      await this.tokens.update({ id: found.id }, { lastUsedAt: now });
    }
    return found;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
