/** What went wrong, seen from outside; one filter turns it into an HTTP status. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'refused' | 'gone';

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
