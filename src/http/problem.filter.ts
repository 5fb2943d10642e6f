import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemDocument, problemOf } from './problems.rules.js';

/** Makes the page people see instead of a problem document. */
export type ErrorPage = (status: number, title: string, detail: string, request: FastifyRequest) => string;

/**
 * The one place where errors become answers: problem documents (RFC 9457) below `/api` and for whoever
 * asks for JSON, pages for everybody else. What nobody foresaw is logged with its name and stack, but
 * without its message, which may quote an address or an answer.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(private readonly errorPage: ErrorPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logUnforeseen(error, request);

    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void reply.status(problem.status);
    if (problem.status === 401) void reply.header('WWW-Authenticate', bearerChallenge(problem));
    if (wantsDocument(request)) {
      void reply
        .header('Content-Type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem));
    } else {
      const page = this.errorPage(problem.status, problem.title, problem.detail, request);
      void reply.header('Content-Type', 'text/html; charset=utf-8').send(page);
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
