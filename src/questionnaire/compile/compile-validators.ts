import { RE2JS, RE2JSException } from 're2js';
import { compileExpression } from './compile-conditions.js';
import type { JsonNode } from './questionnaire-json.js';
import type { Validator } from '../plan/question-basics.js';

const MAX_VALIDATORS = 20;
const MAX_PATTERN_LENGTH = 500;
/** What `{900}` and the like may add up to: repetitions are written out before a pattern is run. */
const MAX_REPETITIONS = 1000;
/** Steps of the compiled pattern; each may be taken for every character of an answer. */
export const MAX_PATTERN_STEPS = 2000;

export type ValidatorKind = Validator['kind'];
type WithoutText<V> = V extends Validator ? Omit<V, 'text'> : never;

interface ValidatorType {
  properties: readonly string[];
  /** Null if it cannot be used, which is then noted. */
  compile(node: JsonNode): WithoutText<Validator> | null;
}

/** SurveyJS' validators: the properties that are honoured and how they are read. */
const types: Record<ValidatorKind, ValidatorType> = {
  numeric: {
    properties: ['minValue', 'maxValue'],
    compile: (node) => {
      const [min, max] = inOrder(node, 'minValue', 'maxValue', (name) => node.number(name));
      return { kind: 'numeric', min, max };
    },
  },
  text: {
    properties: ['minLength', 'maxLength', 'allowDigits'],
    compile: (node) => {
      const [minLength, maxLength] = inOrder(node, 'minLength', 'maxLength', (name) => node.count(name));
      const allowDigits = node.value('allowDigits') === null || node.flag('allowDigits');
      return { kind: 'text', minLength, maxLength, allowDigits };
    },
  },
  answercount: {
    properties: ['minCount', 'maxCount'],
    compile: (node) => {
      const [min, max] = inOrder(node, 'minCount', 'maxCount', (name) => node.count(name));
      return { kind: 'answercount', min, max };
    },
  },
  regex: { properties: ['regex', 'caseInsensitive'], compile: compileRegex },
  email: { properties: [], compile: () => ({ kind: 'email' }) },
  expression: {
    properties: ['expression'],
    compile: (node) => {
      if (node.value('expression') === null) return node.note('expression', 'questionnaire.missing');
      const expression = compileExpression(node, 'expression');
      return expression === null ? null : { kind: 'expression', expression };
    },
  },
};

/** What can be checked of texts beside what their type checks itself. */
export const textChecks: readonly ValidatorKind[] = ['numeric', 'text', 'regex', 'email', 'expression'];
/** What can be checked of lists. */
export const countChecks: readonly ValidatorKind[] = ['answercount', 'expression'];

/** The `validators` of a question, cell or item of the type given, of which these are possible. */
export function compileValidators(
  node: JsonNode,
  questionType: string,
  possible: readonly ValidatorKind[] = ['expression'],
): Validator[] {
  return node.nodes('validators', MAX_VALIDATORS).flatMap((validator) => {
    const name = (validator.string('type') ?? '').replace(/validator$/, '');
    const kind = possible.find((candidate) => candidate === name);
    if (!kind) {
      validator.note('type', 'questionnaire.not_check', {
        kind: questionType,
        possible: possible.join(', '),
      });
      return [];
    }
    const type = types[kind];
    validator.refuseAllBut(['type', 'text', ...type.properties]);
    const check = type.compile(validator);
    return check ? [{ ...check, text: validator.text('text') }] : [];
  });
}

function inOrder(
  node: JsonNode,
  minName: string,
  maxName: string,
  read: (name: string) => number | null,
): [number | null, number | null] {
  const min = read(minName);
  const max = read(maxName);
  if (min !== null && max !== null && min > max) node.note(minName, 'questionnaire.above', { name: maxName });
  return [min, max];
}

/**
 * JavaScript's way to write a pattern is put into RE2's, which has neither lookaround nor
 * backreferences and in return never takes longer than the answer is long.
 */
function compileRegex(node: JsonNode): WithoutText<Validator> | null {
  const text = node.string('regex');
  if (text === null) return node.note('regex', 'questionnaire.missing');
  if (text.length > MAX_PATTERN_LENGTH)
    return node.note('regex', 'questionnaire.too_long', { most: MAX_PATTERN_LENGTH });

  const caseInsensitive = node.flag('caseInsensitive');
  try {
    const pattern = RE2JS.translateRegExp(text);
    if (repetitionsIn(pattern) > MAX_REPETITIONS) return tooComplex(node);
    const compiled = RE2JS.compile(pattern, caseInsensitive ? RE2JS.CASE_INSENSITIVE : 0);
    if (compiled.programSize() > MAX_PATTERN_STEPS) return tooComplex(node);
    return { kind: 'regex', pattern, caseInsensitive };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return node.note('regex', 'questionnaire.slow_pattern');
  }
}

function tooComplex(node: JsonNode): null {
  return node.note('regex', 'questionnaire.repetitive_pattern', { most: MAX_REPETITIONS });
}

function repetitionsIn(pattern: string): number {
  const all = [...pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g)];
  return all.reduce((sum, [, least, most]) => sum + Math.max(Number(least), Number(most ?? 0)), 0);
}
