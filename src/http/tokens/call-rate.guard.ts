import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { TooMany } from '../../common/errors.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Throttles } from '../../throttle/throttles.service.js';
import type { ApiRequest } from './api-token.guard.js';

const COSTS = Symbol('costs');

/** What reads or writes whole lists counts as twenty calls. */
export const HeavyCall = () => SetMetadata(COSTS, 20);

/** Keeps one token, or one staff member's imports and exports, within API_RATE calls a minute. */
@Injectable()
export class CallRateGuard implements CanActivate {
  constructor(
    private readonly throttles: Throttles,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest & { member?: { id: string } }>();
    const caller = request.apiToken ? `token:${request.apiToken.id}` : `staff:${request.member?.id ?? ''}`;
    const points = this.reflector.get<number | undefined>(COSTS, context.getHandler()) ?? 1;
    const limit = { name: 'calls', max: this.config.apiRate, seconds: 60 };
    const seconds = await this.throttles.take([{ limit, key: caller, points }]);
    if (seconds > 0) throw new TooMany(seconds);
    return true;
  }
}
