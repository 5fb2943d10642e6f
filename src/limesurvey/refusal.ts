import { type TextCode, textOf, type ValuesOf } from '../common/coded-text.js';
import { InvalidInput, problem } from '../common/errors.js';

/** Why a file is not read: the text goes on from "The file". */
export function refusal<Code extends TextCode>(code: Code, ...given: ValuesOf<Code>): InvalidInput {
  const why = problem('file', code, ...given);
  return new InvalidInput([why], `The file ${textOf(why, 'en')}`);
}
