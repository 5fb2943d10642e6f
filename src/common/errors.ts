import { coded, type CodedText, publicCode, type TextCode, textOf, type ValuesOf } from './coded-text.js';

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

/** One thing wrong with one part of the input: where it stands, and what would be right. */
export interface Problem extends CodedText {
  /** Path of the field, row or questionnaire element, for example `closesAt` or `pages[0].elements[2].type`. */
  readonly path: string;
}

export function problem<Code extends TextCode>(path: string, code: Code, ...given: ValuesOf<Code>): Problem {
  return { path, ...coded(code, ...given) };
}

/**
 * A fact of the domain that keeps a request from being carried out. The code is stable and may be
 * relied on by scripts; the message is English, pages say the same in their language.
 */
export class DomainError extends Error {
  readonly code: string;

  constructor(
    readonly kind: ErrorKind,
    readonly said: CodedText,
    readonly problems: readonly Problem[] = [],
    message = textOf(said, 'en'),
  ) {
    super(message);
    this.name = new.target.name;
    this.code = publicCode(said.code);
  }
}

export class InvalidInput extends DomainError {
  constructor(
    problems: readonly Problem[],
    message = problems.map((p) => `${p.path}: ${textOf(p, 'en')}`).join('; '),
  ) {
    super('invalid', coded('input.invalid'), problems, message);
  }
}

type Findable = TextCode extends infer Code ? (Code extends `${infer What}.not_found` ? What : never) : never;

export class NotFound extends DomainError {
  constructor(what: Findable, id: string) {
    super('not_found', coded(`${what}.not_found`, { id }));
  }
}

/** Asked for too often by one caller. */
export class TooMany extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many', coded('request.too_many', { seconds: retryAfterSeconds }));
  }
}

/** Asked for by too many at once, whoever they are. */
export class Busy extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('busy', coded('service.busy', { seconds: retryAfterSeconds }));
  }
}

/** Seconds for `Retry-After` (RFC 9110, section 10.2.3), or null where there is nothing to wait for. */
export function secondsToWait(error: unknown): number | null {
  return error instanceof TooMany || error instanceof Busy ? error.retryAfterSeconds : null;
}
