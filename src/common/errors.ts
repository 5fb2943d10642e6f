/** What went wrong, seen from outside; one filter turns it into an HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'refused'
  | 'gone'
  | 'too_many'
  | 'busy';

/** One thing wrong with one part of the input: where it stands and what would be right. */
export interface Problem {
  /** Path of the field, row or questionnaire element, for example `closesAt` or `pages[0].elements[2].type`. */
  path: string;
  message: string;
}

/**
 * A fact of the domain that keeps a request from being carried out. The code is stable and may be
 * relied on by scripts; the message is for people and in English, pages translate by code.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

export class InvalidInput extends DomainError {
  constructor(
    problems: readonly Problem[],
    message = problems.map((p) => `${p.path}: ${p.message}`).join('; '),
  ) {
    super('invalid', 'input.invalid', message, problems);
  }
}

export class NotFound extends DomainError {
  constructor(what: string, id: string) {
    super('not_found', `${what}.not_found`, `There is no ${what} ${id}.`);
  }
}

/** Asked for too often by one caller. */
export class TooMany extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many', 'request.too_many', `Too many requests; try again in ${retryAfterSeconds} s.`);
  }
}

/** Asked for by too many at once, whoever they are. */
export class Busy extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('busy', 'service.busy', `There is too much to do; try again in ${retryAfterSeconds} s.`);
  }
}

/** Seconds for `Retry-After` (RFC 9110, section 10.2.3), or null where there is nothing to wait for. */
export function secondsToWait(error: unknown): number | null {
  return error instanceof TooMany || error instanceof Busy ? error.retryAfterSeconds : null;
}
