import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { logSecurityEvent } from '../../audit/security-log.js';
import { DomainError, secondsToWait } from '../../common/errors.js';
import { type ProblemDocument, problemOf, RETRY_AFTER_SECONDS } from './problems.rules.js';

/** Sends the page people see instead of a problem document. */
export type SendErrorPage = (reply: FastifyReply, status: number) => void;

/**
 * The one place where errors become answers: problem documents (RFC 9457) below `/api` and for anyone who
 * asks for JSON, pages for everybody else. What nobody foresaw is logged with its name and stack, but without
 * its message, which may quote an address or an answer.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(private readonly sendErrorPage: SendErrorPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }

  /** The same for what goes wrong before there is a route, such as an address that cannot be decoded. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error);
    const wait = secondsToWait(error);
    if (wait !== null) void reply.header('retry-after', String(wait));
    else if (problem.status >= 500) this.logUnforeseen(error, request);
    if (error instanceof DomainError && error.kind === 'unauthenticated')
      logSecurityEvent('token.refused', request, { reason: error.code });

    // Answered already, as the database hung; there is nothing left to break off.
    if (reply.raw.writableEnded) return;
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (problem.status === 401) void reply.header('WWW-Authenticate', bearerChallenge(problem));
    if (problem.status === 503 && wait === null)
      void reply.header('Retry-After', String(RETRY_AFTER_SECONDS));
    if (wantsDocument(request)) {
      void reply
        .status(problem.status)
        .header('Content-Type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem));
    } else {
      this.sendErrorPage(reply, problem.status);
    }
  }

  private logUnforeseen(error: unknown, request: FastifyRequest): void {
    const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error);
    this.log.error({
      event: 'request.failed',
      method: request.method,
      route: request.routeOptions.url,
      error: name,
      sqlState: (error as { code?: unknown } | null)?.code,
      at: stack.split('\n').filter((line) => /^\s+at /.test(line)),
    });
  }
}

function wantsDocument(request: FastifyRequest): boolean {
  const isApi = /^\/api(\/|\?|$)/.test(request.url);
  const accept = request.headers.accept ?? '';
  return isApi || (accept.includes('json') && !accept.includes('text/html'));
}

/** RFC 6750, section 3: no error code where no token was sent. */
function bearerChallenge(problem: ProblemDocument): string {
  return problem.code === 'token.missing' ? 'Bearer' : 'Bearer error="invalid_token"';
}
