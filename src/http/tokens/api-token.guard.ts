import { coded } from '../../common/coded-text.js';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestOfActor } from '../../audit/actor.interceptor.js';
import { DomainError, TooMany } from '../../common/errors.js';
import { networkOf } from '../../throttle/network.rules.js';
import { type Limit, Throttles } from '../../throttle/throttles.service.js';
import type { ApiToken } from './api-token.entity.js';
import { ApiTokens } from './api-tokens.service.js';

const WRONG_TOKENS: Limit = { name: 'wrong-tokens', max: 60, seconds: 60 };

/** A request that has passed the guard carries the token it came with. */
export type ApiRequest = FastifyRequest & RequestOfActor & { apiToken?: ApiToken };

/** Turns away anyone who brings no `Authorization: Bearer` token of ours (RFC 6750). */
@Injectable()
export class ApiTokenGuard implements CanActivate {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly throttles: Throttles,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const [, given] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!given) {
      throw new DomainError('unauthenticated', coded('token.missing'));
    }
    const token = await this.tokens.find(given);
    if (!token) await this.countWrong(request.ip);
    if (!token) throw new DomainError('unauthenticated', coded('token.unknown'));

    request.apiToken = token;
    request.actor = `token:${token.name}`;
    return true;
  }

  /** Valid tokens pass even if the same network has sent wrong ones: a token cannot be guessed. */
  private async countWrong(ip: string): Promise<void> {
    const seconds = await this.throttles.take([{ limit: WRONG_TOKENS, key: networkOf(ip).narrow }]);
    if (seconds > 0) throw new TooMany(seconds);
  }
}
