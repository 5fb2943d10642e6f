import { coded, type CodedText } from '../../common/coded-text.js';
import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  FunctionFactory,
  FunctionOperand,
  type Operand,
  UnaryOperand,
  Variable,
} from 'survey-core';
import {
  type BinaryOperator,
  binaryOperators,
  type Constant,
  type Expression,
  type FunctionName,
  functionNames,
  type JsonValue,
  type Path,
  unaryOperators,
} from './expression.js';
import { type EachParts, readEach } from './parse-each.js';
import { parsePath } from './parse-path.js';

/** What the questionnaire around an expression says about names. */
export interface ExpressionNames {
  /**
   * Names that exist, as they are spelled; also `row` and `panel` where they mean something. Others are
   * refused. Without this list any name will do.
   */
  known?: readonly string[];
  /** Names of ranking questions, whose equality minds the order. */
  ordered?: readonly string[];
}

/** Within a condition on rows. */
interface Scope extends ExpressionNames {
  inRow?: true;
}

/** Limits to what is taken in: both are far beyond what people write and well within the stack. */
const longest = 10_000;
const deepest = 400;

/**
 * Reads SurveyJS' expression language with survey-core's own parser.
 *
 * @returns the expression, or what is wrong with the text
 */
export function parseExpression(
  text: string,
  names: ExpressionNames = {},
): { expression: Expression } | { problem: CodedText } {
  try {
    return { expression: translate(parse(text), names, 0) };
  } catch (error) {
    if (error instanceof Untranslatable) return { problem: error.said };
    throw error;
  }
}

class Untranslatable extends Error {
  constructor(readonly said: CodedText) {
    super(said.code);
  }
}

function parse(text: string): Operand {
  if (text.length > longest) throw new Untranslatable(coded('expression.too_long', { most: longest }));
  const parser = new ConditionsParser();
  // Its types know neither that it can fail nor that the lone word null is nothing.
  const operand = parser.parseExpression(text) as Operand | null | undefined;
  if (operand) return operand;

  const error = parser.error as { at: number } | undefined;
  if (operand === null || !error) throw new Untranslatable(coded('expression.unreadable'));
  if (error.at >= text.trimEnd().length) throw new Untranslatable(coded('expression.ends_early'));
  throw new Untranslatable(
    coded('expression.unreadable_from', {
      at: error.at + 1,
      text: text.slice(error.at, error.at + 20),
    }),
  );
}

function translate(operand: Operand | null, names: Scope, depth: number): Expression {
  if (depth > deepest) throw new Untranslatable(coded('expression.too_deep'));
  const inner = (part: Operand | null): Expression => translate(part, names, depth + 1);
  if (operand instanceof Variable) return variable(operand, names);
  if (operand instanceof Const) return constant(operand);
  if (operand instanceof ArrayOperand) return ['list', ...present(operand.values).map(inner)];
  if (operand instanceof FunctionOperand) return call(operand, names, inner);
  if (operand instanceof UnaryOperand) {
    const [part] = present([operand.expression]);
    return [known(operand.operator, unaryOperators), inner(part ?? null)];
  }
  if (operand instanceof BinaryOperand) {
    const left = operand.leftOperand as Operand | null;
    const right = operand.rightOperand as Operand | null;
    return [binaryOperator(operand, names), inner(left), inner(right)];
  }
  if (operand) throw new Untranslatable(coded('expression.unsupported', { text: operand.toString() }));
  return null;
}

/** survey-core breaks where null stands anywhere but at the side of an operator. */
function present(operands: (Operand | null)[]): Operand[] {
  if (operands.includes(null)) throw new Untranslatable(coded('expression.null_alone'));
  return operands as Operand[];
}

function constant(operand: Const): Constant {
  const value = operand.evaluate() as string | number | boolean;
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Untranslatable(coded('expression.number_too_large'));
  return value;
}

function variable(operand: Variable, names: Scope): Expression {
  const json = objectOf(operand.variable);
  if (json !== undefined) return ['value', json];
  return [operand.toString().startsWith('{#') ? 'raw' : 'get', ...pathOf(operand, names)];
}

function pathOf(operand: Variable, { known }: Scope): Path {
  const path = parsePath(operand.variable, known ?? null);
  if ('problem' in path) throw new Untranslatable(path.problem);
  return path;
}

/** `{"row": 1}` is an object, told from a name by its colon. */
function objectOf(text: string): JsonValue | undefined {
  if (text.indexOf(':') < 1) return undefined;
  try {
    return JSON.parse(`{${text}}`) as JsonValue;
  } catch {
    return undefined;
  }
}

function binaryOperator(operand: BinaryOperand, names: Scope): BinaryOperator {
  const operator = known(operand.operator, binaryOperators);
  if (!names.ordered?.length || !mindsOrder(operand, names)) return operator;
  if (operator === 'equal') return 'sameorder';
  return operator === 'notequal' ? 'notsameorder' : operator;
}

function mindsOrder(operand: Operand | null, names: Scope): boolean {
  if (operand instanceof BinaryOperand) {
    return [operand.leftOperand, operand.rightOperand].some((side: Operand | null) =>
      mindsOrder(side, names),
    );
  }
  if (!(operand instanceof Variable) || objectOf(operand.variable)) return false;
  const [name, ...steps] = pathOf(operand, names);
  return steps.length === 0 && names.ordered?.includes(name) === true;
}

function call(operand: FunctionOperand, names: Scope, inner: (part: Operand) => Expression): Expression {
  const name = operand.functionName;
  const args = present(operand.paramValues);
  const each = readEach(name, args);
  if (each && 'problem' in each) throw new Untranslatable(each.problem);
  if (each) return eachRow(each, names, inner);

  if (!isOneOf(name, functionNames)) throw new Untranslatable(refusal(name));
  if (args.length === 0 && !argumentless.includes(name))
    throw new Untranslatable(coded('expression.needs_value', { name }));
  return ['call', name, ...args.map(inner)];
}

const argumentless: readonly FunctionName[] = [
  ...(['today', 'currentDate', 'currentYear', 'year', 'month', 'day', 'weekday'] as const),
];

function refusal(name: string): CodedText {
  const exists = FunctionFactory.Instance.getAll().includes(name);
  return coded(exists ? 'expression.unsupported_function' : 'expression.unknown_function', { name });
}

/** Names of a condition on rows are columns first, so that they are not held against the known names. */
function eachRow(each: EachParts, names: Scope, inner: (part: Operand) => Expression): Expression {
  if (names.inRow) throw new Untranslatable(coded('expression.table_within_rows'));
  const condition =
    each.condition === null ? true : translate(parse(each.condition), { inRow: true }, deepest / 2);
  return ['each', each.aggregate, inner(each.source), each.column, each.returned, condition];
}

function known<Name extends string>(name: string, all: readonly Name[]): Name {
  if (!isOneOf(name, all)) throw new Untranslatable(coded('expression.unsupported_operator', { name }));
  return name;
}

function isOneOf<Name extends string>(name: string, all: readonly Name[]): name is Name {
  return (all as readonly string[]).includes(name);
}
