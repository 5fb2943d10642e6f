import { expect, test } from '@jest/globals';
import { answerMessages } from '../answer-messages.js';
import type { Validator } from '../../plan/question-basics.js';
import type { EvaluationContext } from '../../expressions/evaluation-context.js';
import { validatorError } from './validators.js';

const none = {} as EvaluationContext;
const regex = (pattern: string): Validator => ({
  kind: 'regex',
  pattern,
  caseInsensitive: false,
  text: null,
});
const check = (text: string, validator: Validator) => validatorError(text, [validator], none, {}, 'de');

test('a pattern takes what it matches, however long the answer is', () => {
  expect(check('a'.repeat(10_000), regex('^[a-z]{1,1000}'))).toBeNull();
  expect(check('1'.repeat(10_000), regex('^[a-z]+$'))).toBe(answerMessages.de.otherForm);
});

test('a pattern as large as earlier builds took them is not run over a long answer', () => {
  const large = regex('(?:[a-z]?){900}'.repeat(25));
  expect(check('a'.repeat(2000), large)).toBe(answerMessages.de.otherForm);
  expect(check('a', large)).toBeNull();
});
