import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { coded, type CodedText, publicCode, textOf } from '../../common/coded-text.js';
import { DomainError, type ErrorKind, type Problem } from '../../common/errors.js';
import { isDatabaseAway } from '../../database/sql-state.js';
import { isUnstorable } from './storable-text.js';

/** What an error looks like from outside: a problem document of RFC 9457, with our stable code. */
export interface ProblemDocument {
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
  code: string;
  /** What is wrong where, for input that is; the message is English. */
  problems: readonly { path: string; code: string; message: string }[];
}

/** `Retry-After` of a 503. */
export const RETRY_AFTER_SECONDS = 5;

const STATUS_OF: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 422,
  gone: 410,
  too_many: 429,
  busy: 503,
};

const CODE_OF: Record<number, string> = {
  400: 'request.malformed',
  404: 'route.not_found',
  408: 'request.timeout',
  405: 'request.method_not_allowed',
  413: 'request.too_large',
  415: 'request.unsupported_media_type',
  421: 'request.misdirected',
  429: 'request.too_many',
  503: 'service.unavailable',
};

/** Domain errors by their kind, errors of Nest and Fastify by their status; anything else is a 500 that tells nothing. */
export function problemOf(error: unknown): ProblemDocument {
  if (error instanceof DomainError) {
    return problem(STATUS_OF[error.kind], error.message, error.code, error.problems);
  }
  if (isUnstorable(error)) {
    return problemSaying(400, coded('request.malformed/unstorable'));
  }
  if (isDatabaseAway(error)) return problemSaying(503, coded('service.unavailable/database'));
  const status = httpStatusOf(error);
  if (status === null) return problemSaying(500, coded('internal'));
  return problem(status, (error as Error).message, CODE_OF[status] ?? `http.${status}`);
}

/** The status an HTTP error carries; null for other errors and for unintended 5xx. */
function httpStatusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error ? (error as Error & { statusCode?: unknown }).statusCode : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

function problemSaying(status: number, said: CodedText): ProblemDocument {
  return problem(status, textOf(said, 'en'), publicCode(said.code));
}

function problem(
  status: number,
  detail: string,
  code: string,
  problems: readonly Problem[] = [],
): ProblemDocument {
  const title = STATUS_CODES[status] ?? 'Error';
  return { type: 'about:blank', title, status, detail, code, problems: problems.map(shown) };
}

function shown(said: Problem) {
  return { path: said.path, code: publicCode(said.code), message: textOf(said, 'en') };
}
