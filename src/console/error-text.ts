import { textOf } from '../common/coded-text.js';
import { type DomainError, InvalidInput } from '../common/errors.js';
import type { ConsoleLocale } from '../common/locale.js';

/** What a domain error says to staff: of input that is wrong, what is wrong with it. */
export function errorText(locale: ConsoleLocale, error: DomainError): string {
  return error instanceof InvalidInput
    ? error.problems.map((problem) => textOf(problem, locale)).join(' ')
    : textOf(error.said, locale);
}
