import { applyDecorators, Controller, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import { ActorInterceptor } from '../audit/actor.interceptor.js';
import { bodyRules, TakesBody } from '../http/bodies/takes-body.js';
import type { ConsoleRequest } from '../console/console-context.js';
import { ConsoleErrorFilter } from './console-error.filter.js';
import { SameOriginGuard } from './sessions/same-origin.guard.js';
import { SessionGuard } from './sessions/session.guard.js';

/** A controller of console pages under `/console/<path>`: signed in, same origin, errors as pages. */
export function ConsoleController(path = ''): ClassDecorator {
  return applyDecorators(
    Controller(path ? `console/${path}` : 'console'),
    UseGuards(SameOriginGuard, SessionGuard),
    UseInterceptors(ActorInterceptor),
    TakesBody(bodyRules.form),
    UseFilters(ConsoleErrorFilter),
  );
}

/** A controller of console pages that are open to anyone who is not signed in yet. */
export function OpenConsoleController(): ClassDecorator {
  return applyDecorators(Controller('console'), UseGuards(SameOriginGuard), UseFilters(ConsoleErrorFilter));
}

/** Who is at work on a questionnaire, as its other editors are told. */
export function actorOf(request: ConsoleRequest): string {
  return request.member?.email ?? 'unknown';
}
