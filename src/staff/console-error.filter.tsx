import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ZodError } from 'zod';
import { DomainError, type ErrorKind, secondsToWait } from '../common/errors.js';
import { isDatabaseAway } from '../database/sql-state.js';
import { RETRY_AFTER_SECONDS } from '../http/problems/problems.rules.js';
import { isUnstorable } from '../http/problems/storable-text.js';
import { consoleContextOf, show } from '../console/console-context.js';
import { ErrorPage } from '../console/error.page.js';
import { askToSignIn, SignInFirst } from './sessions/session.guard.js';

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 409,
  gone: 410,
  too_many: 429,
  busy: 503,
};

/** Turns what was thrown into a page that says what happened; what nobody foresaw is logged and told in general. */
@Catch()
export class ConsoleErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('console');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    if (error instanceof SignInFirst) {
      askToSignIn(reply);
      return;
    }
    const status = statusOf(error);
    const wait = secondsToWait(error) ?? (status === 503 ? RETRY_AFTER_SECONDS : null);
    if (wait !== null) void reply.header('retry-after', String(wait));
    else if (status >= 500) this.log.error(withoutMessage(error));
    const detail = error instanceof DomainError ? error : null;
    show(reply, <ErrorPage context={consoleContextOf(reply)} status={status} error={detail} />, status);
  }
}

/** An error's message may quote an address or an answer; its name and where it arose do not. */
function withoutMessage(error: unknown) {
  const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  return {
    event: 'console.failed',
    error: name,
    at: stack.split('\n').filter((line) => /^\s+at /.test(line)),
  };
}

function statusOf(error: unknown): number {
  if (error instanceof DomainError) return STATUS[error.kind];
  if (error instanceof ZodError || isUnstorable(error)) return 400;
  if (isDatabaseAway(error)) return 503;
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
