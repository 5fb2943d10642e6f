import { isEmpty } from '../../expressions/expression-values.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import { isCalculated } from '../../plan/calculated.js';
import { fieldOf } from '../read/answer-fields.js';
import { answerMessages } from '../answer-messages.js';
import type { Checking } from './checking.js';
import { otherFaults, valueWithWords } from './other-words.js';
import { fault, missingText } from './part-error.js';
import type { Fault } from '../read/reading.js';
import { validatorError } from './validators.js';

/**
 * What is wrong with the answer to a question that is shown and can be answered: missing, out of
 * bounds, too many or too few, or not what a validator asks for. Readable it is (`readAnswer`).
 */
export function faultsOf(question: PlanQuestion, checking: Checking): Fault[] {
  const { state, context, locale } = checking;
  const kind = kindOf(question);
  const value = state.values[question.name];
  const inner = kind.faults?.(question, value, checking) ?? otherFaults(question, value, checking);
  if (inner.length > 0) return inner;
  if (isEmpty(value) && !isCalculated(question) && state.required.has(question.id)) {
    const usual = kind.missing(question, answerMessages[locale]);
    return [{ field: fieldOf(question), message: missingText(question, locale, usual) }];
  }
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  const given = valueWithWords(question, value, state);
  const message =
    kind.countError?.(question, chosen, checking) ??
    validatorError(given, question.validators, context, { self: value }, locale);
  return fault(() => fieldOf(question), message);
}
