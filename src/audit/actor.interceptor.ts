import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { type Actor, runAs } from './actor.js';

/** A request that has passed a guard carries who it is from. */
export interface RequestOfActor {
  actor?: Actor;
}

/** Carries a request out in the name of whom its guard has let in. */
@Injectable()
export class ActorInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<RequestOfActor>();
    return actor === undefined ? next.handle() : runAs(actor, () => next.handle());
  }
}
