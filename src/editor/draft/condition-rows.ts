/**
 * Conditions as staff build them: rows of question, operator and value, joined by „all“ or „any“. They are
 * written as SurveyJS expressions and read back from those of that shape; others stay text for experts.
 */
export const operators = [
  '=',
  '<>',
  '>',
  '>=',
  '<',
  '<=',
  'contains',
  'notcontains',
  'notempty',
  'empty',
] as const;
export type Operator = (typeof operators)[number];

export interface ConditionRow {
  /** Name of the question, for a row of a table `name.row`. */
  question: string;
  operator: Operator;
  /** Null where the operator needs none. */
  value: string | number | boolean | null;
}

export interface ConditionRows {
  join: 'and' | 'or';
  rows: ConditionRow[];
}

const operatorsBySpelling: Readonly<Record<string, Operator>> = {
  '=': '=',
  '==': '=',
  equal: '=',
  '<>': '<>',
  '!=': '<>',
  notequal: '<>',
  '>': '>',
  greater: '>',
  '>=': '>=',
  '<': '<',
  less: '<',
  '<=': '<=',
  contains: 'contains',
  contain: 'contains',
  '*=': 'contains',
  notcontains: 'notcontains',
  notcontain: 'notcontains',
  notempty: 'notempty',
  empty: 'empty',
};

export function needsValue(operator: Operator): boolean {
  return operator !== 'empty' && operator !== 'notempty';
}

const TOKEN =
  /\s*(?:\{([^{}]+)\}|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?)(?![\w.])|(<>|!=|>=|<=|==|\*=|&&|\|\||[=<>])|([a-z]+))/iy;

type Token = { kind: 'name' | 'text' | 'sign'; text: string } | { kind: 'number'; value: number };

/** The rows that an expression says, or null if it is of another shape. */
export function rowsOfExpression(expression: string): ConditionRows | null {
  const tokens = tokensOf(expression);
  if (tokens === null || tokens.length === 0) return null;

  const rows: ConditionRow[] = [];
  const joins = new Set<'and' | 'or'>();
  for (let at = 0; at < tokens.length;) {
    const [name, sign] = [tokens[at], tokens[at + 1]];
    const operator = sign?.kind === 'sign' ? operatorsBySpelling[sign.text] : undefined;
    if (name?.kind !== 'name' || operator === undefined) return null;
    at += 2;
    let value: ConditionRow['value'] = null;
    if (needsValue(operator)) {
      const found = valueOf(tokens[at]);
      if (found === null) return null;
      value = found;
      at += 1;
    }
    rows.push({ question: name.text, operator, value });

    const next = tokens[at];
    if (next === undefined) break;
    const join =
      next.kind === 'sign'
        ? ({ and: 'and', '&&': 'and', or: 'or', '||': 'or' } as const)[next.text as 'and']
        : undefined;
    if (join === undefined || at + 1 >= tokens.length) return null;
    joins.add(join);
    at += 1;
  }
  return joins.size > 1 ? null : { join: [...joins][0] ?? 'and', rows };
}

/** `{rolle} = 'ehrenamtlich' and {jahre} > 5`; empty without rows. */
export function expressionOfRows({ join, rows }: ConditionRows): string {
  return rows.map(termOf).join(` ${join} `);
}

function termOf({ question, operator, value }: ConditionRow): string {
  return needsValue(operator) ? `{${question}} ${operator} ${literal(value)}` : `{${question}} ${operator}`;
}

function literal(value: ConditionRow['value']): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = value ?? '';
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"') ? `'${text.replaceAll("'", "\\'")}'` : `"${text}"`;
}

function valueOf(token: Token | undefined): string | number | boolean | null {
  if (token === undefined || token.kind === 'name') return null;
  if (token.kind === 'number') return token.value;
  if (token.kind === 'text') return token.text;
  return token.text === 'true' ? true : token.text === 'false' ? false : null;
}

function tokensOf(expression: string): Token[] | null {
  const tokens: Token[] = [];
  const text = expression.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, name, single, double, number, sign, word] = match;
    if (name !== undefined) tokens.push({ kind: 'name', text: name.trim() });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'sign', text: word.toLowerCase() });
    else tokens.push({ kind: 'text', text: (single ?? double ?? '').replace(/\\(['"])/g, '$1') });
  }
  return tokens;
}
