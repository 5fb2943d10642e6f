import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { logSecurityEvent } from '../../audit/security-log.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { isSameOrigin } from './same-origin.rules.js';

/** Refuses every change that did not begin on one of our own pages. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { method, headers } = request;
    const secFetchSite: unknown = headers['sec-fetch-site'];
    const origin = {
      method,
      secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
      origin: headers.origin,
      host: headers.host,
    };
    if (isSameOrigin(origin, this.config.publicUrl)) return true;
    logSecurityEvent('origin.refused', request);
    throw new ForbiddenException();
  }
}
