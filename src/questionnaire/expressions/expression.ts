/**
 * A condition or calculation in SurveyJS' expression language
 * (https://surveyjs.io/form-library/documentation/design-survey/conditional-logic#expressions) as plain
 * JSON. It is stored with the compiled plan and sent to browsers, so it is compact: a constant stands
 * for itself, everything else is a list whose first item says what it is.
 *
 * `{age} >= 18 and {hobbies} contains 'chess'` becomes
 * `["and", ["greaterorequal", ["get", "age"], 18], ["contains", ["get", "hobbies"], "chess"]]`.
 */
export type Expression =
  | Constant
  /** An object, as in `{matrix} = {"row": 1}`; scalars stand for themselves. */
  | readonly ['value', JsonValue]
  /** The value under a path; texts that are numbers or `true` are read as such, as SurveyJS does. */
  | readonly ['get', ...Path]
  /** The same as it is, written `{#name}`. */
  | readonly ['raw', ...Path]
  | readonly ['list', ...Expression[]]
  | readonly [UnaryOperator, Expression]
  | readonly [BinaryOperator, Expression, Expression]
  | readonly ['call', FunctionName, ...Expression[]]
  | EachExpression;

export type Constant = string | number | boolean | null;
export type JsonValue = Constant | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * Name of the question, variable or row first, then keys of objects and indices of lists:
 * `{matrix.row}` is `['matrix', 'row']`, `{panel[0].age}` is `['panel', 0, 'age']`. The last key may be
 * `length`. Keys match in any case; `a`, `b` also finds the one key `a.b`, as in SurveyJS.
 */
export type Path = readonly [name: string, ...steps: (string | number)[]];

/**
 * `sumInArray({source}, 'column', 'returned', {column} > 1)` and its like: what a column of a table
 * comes to, over rows that meet the condition. Names in the condition are looked for in the row first.
 */
export type EachExpression = readonly [
  'each',
  Aggregate,
  source: Expression,
  column: string,
  /** For `min` and `max`: the column of the row found whose value is the result. */
  returned: string,
  condition: Expression,
];

export type Aggregate = 'sum' | 'avg' | 'count' | 'min' | 'max';

export const unaryOperators = ['empty', 'notempty', 'negate'] as const;
export type UnaryOperator = (typeof unaryOperators)[number];

export const binaryOperators = [
  ...['and', 'or', 'equal', 'notequal', 'less', 'lessorequal', 'greater', 'greaterorequal'],
  ...['contains', 'notcontains', 'anyof', 'allof', 'noneof'],
  ...['plus', 'minus', 'mul', 'div', 'mod', 'power'],
  /** Equality of a ranking: the order of a list counts, which it otherwise does not. */
  ...['sameorder', 'notsameorder'],
] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

/** SurveyJS' functions that need no survey model behind them. */
export const functionNames = [
  ...['iif', 'substring', 'sum', 'avg', 'count', 'min', 'max', 'round', 'trunc'],
  ...['today', 'currentDate', 'currentYear', 'getDate', 'getYear', 'year', 'month', 'day', 'weekday'],
  ...['age', 'diffDays', 'dateDiff', 'dateAdd'],
] as const;
export type FunctionName = (typeof functionNames)[number];

/** The wall clock where the survey is held; it is passed in, so that server and browser agree. */
export interface WallClock {
  /** `YYYY-MM-DD` */
  today: string;
  /** `HH:MM` or `HH:MM:SS`; midnight if absent. */
  time?: string;
}

/** Root names an expression reads, each once; columns of an `each` condition are among them. */
export function namesIn(expression: Expression): string[] {
  return [...new Set(rootNames(expression))];
}

function rootNames(expression: Expression): string[] {
  if (expression === null || typeof expression !== 'object') return [];
  const [kind, ...parts] = expression;
  if (kind === 'value') return [];
  if (kind === 'get' || kind === 'raw') return [parts[0] as string];
  return parts.flatMap((part) => rootNames(part as Expression));
}
