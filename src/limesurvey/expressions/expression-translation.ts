import { Untranslatable } from './expression-tokens.js';
import { parseExpression, type Expression } from './expression-tree.js';
import { variableNamed, type Variable, type Variables } from './expression-variables.js';

/** Endings that mean the stored answer; most others mean what SurveyJS has no name for. */
const plainProperties: ReadonlySet<string> = new Set(['', 'NAOK', 'value', 'valueNAOK', 'code']);
const functions: ReadonlySet<string> = new Set(['sum', 'min', 'max', 'round']);
/** `3 < Q1` is `Q1 > 3`. */
const swapped: ReadonlyMap<string, string> = new Map(
  Object.entries({ '<': '>', '>': '<', '<=': '>=', '>=': '<=' }),
);

/** SurveyJS' expression for when a condition of LimeSurvey's holds; null if it cannot be said there. */
export function translateCondition(source: string, variables: Variables): string | null {
  return translated(source, (tree) => new Translation(variables).condition(tree));
}

/** SurveyJS' expression for a value that LimeSurvey computes. */
export function translateValue(source: string, variables: Variables): string | null {
  return translated(source, (tree) => new Translation(variables).value(tree));
}

function translated(source: string, translate: (tree: Expression) => string): string | null {
  try {
    return translate(parseExpression(withoutBraces(source)));
  } catch (error) {
    if (error instanceof Untranslatable) return null;
    throw error;
  }
}

function withoutBraces(source: string): string {
  const text = source.trim();
  return text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
}

class Translation {
  constructor(private readonly variables: Variables) {}

  condition(tree: Expression): string {
    switch (tree.kind) {
      case 'variable':
        return this.isAnswered(tree);
      case 'not':
        return this.negation(tree.of);
      case 'binary':
        return this.binaryCondition(tree);
      case 'call':
        if (tree.name === 'is_empty') return this.isEmpty(onlyArgument(tree.args));
        return `${this.value(tree)} != 0`;
      case 'number':
      case 'text':
      case 'minus':
        throw new Untranslatable();
    }
  }

  value(tree: Expression): string {
    switch (tree.kind) {
      case 'number':
        return String(tree.value);
      case 'text':
        return quoted(tree.value);
      case 'minus':
        return `-${this.value(tree.of)}`;
      case 'variable':
        return this.answer(tree);
      case 'call':
        return this.call(tree.name, tree.args);
      case 'binary':
        if (!'+-*/%'.includes(tree.operator)) throw new Untranslatable();
        return `(${this.value(tree.left)} ${tree.operator} ${this.value(tree.right)})`;
      case 'not':
        throw new Untranslatable();
    }
  }

  private binaryCondition({ operator, left, right }: Extract<Expression, { kind: 'binary' }>): string {
    if (operator === 'and' || operator === 'or') {
      const side = (tree: Expression) => {
        const text = this.condition(tree);
        const isOther =
          tree.kind === 'binary' && ['and', 'or'].includes(tree.operator) && tree.operator !== operator;
        return isOther ? `(${text})` : text;
      };
      return `${side(left)} ${operator} ${side(right)}`;
    }
    if ('+-*/%'.includes(operator)) return `${this.value({ kind: 'binary', operator, left, right })} != 0`;
    if (isLiteral(left) && right.kind === 'variable')
      return this.comparison(swapped.get(operator) ?? operator, right, left);
    return this.comparison(operator, left, right);
  }

  private comparison(operator: string, left: Expression, right: Expression): string {
    if (left.kind === 'variable' && right.kind === 'text' && right.value.trim() === '') {
      if (operator === '==') return this.isEmpty(left);
      if (operator === '!=') return this.isAnswered(left);
      throw new Untranslatable();
    }
    if (left.kind === 'variable' && isLiteral(right))
      return compared(this.variable(left), operator, String(right.value));
    return `${this.value(left)} ${signOf(operator)} ${this.value(right)}`;
  }

  private negation(tree: Expression): string {
    if (tree.kind === 'variable') return this.isEmpty(tree);
    if (tree.kind === 'call' && tree.name === 'is_empty') return this.isAnswered(onlyArgument(tree.args));
    if (tree.kind === 'not') return this.condition(tree.of);
    return `!(${this.condition(tree)})`;
  }

  private isEmpty(tree: Expression): string {
    const variable = this.variable(tree);
    if (variable.kind === 'choice') return `${braced(variable)} notcontains ${quoted(variable.value ?? '')}`;
    return `${braced(variable)} empty`;
  }

  private isAnswered(tree: Expression): string {
    const variable = this.variable(tree);
    if (variable.kind === 'choice') return `${braced(variable)} contains ${quoted(variable.value ?? '')}`;
    return `${braced(variable)} notempty`;
  }

  private answer(tree: Expression): string {
    const variable = this.variable(tree);
    if (variable.kind === 'choice' || variable.kind === 'switch' || variable.kind === 'list')
      throw new Untranslatable();
    return braced(variable);
  }

  private call(name: string, args: readonly Expression[]): string {
    if (name === 'if' && args.length === 3) {
      const [condition, yes, no] = args as [Expression, Expression, Expression];
      return `iif(${this.condition(condition)}, ${this.value(yes)}, ${this.value(no)})`;
    }
    if (name === 'count' && args.length > 0) {
      const ones = args.map((arg) => `iif(${this.isAnswered(arg)}, 1, 0)`);
      return ones.length === 1 ? ones.join() : `(${ones.join(' + ')})`;
    }
    if (functions.has(name) && args.length > 0)
      return `${name}(${args.map((arg) => this.value(arg)).join(', ')})`;
    throw new Untranslatable();
  }

  private variable(tree: Expression): Variable {
    if (tree.kind !== 'variable') throw new Untranslatable();
    const variable = variableNamed(tree.name, this.variables);
    if (!variable || !isStoredAnswer(tree.property, variable)) throw new Untranslatable();
    return variable;
  }
}

/** What is typed in is shown as it is stored; of a choice the words are shown, which nobody compares well. */
function isStoredAnswer(property: string, { kind }: Variable): boolean {
  if (property === 'shown') return kind === 'text' || kind === 'number';
  return plainProperties.has(property);
}

/** An answer against a fixed value, in the words that the answer's kind has for it. */
function compared(variable: Variable, operator: string, literal: string): string {
  const isEquality = operator === '==' || operator === '!=';
  switch (variable.kind) {
    case 'choice': {
      if (!isEquality || !['Y', 'N'].includes(literal)) throw new Untranslatable();
      const isChosen = (operator === '==') === (literal === 'Y');
      return `${braced(variable)} ${isChosen ? 'contains' : 'notcontains'} ${quoted(variable.value ?? '')}`;
    }
    case 'switch': {
      if (!isEquality || ![variable.yes, variable.no].includes(literal)) throw new Untranslatable();
      return `${braced(variable)} ${signOf(operator)} ${String(literal === variable.yes)}`;
    }
    case 'list':
      throw new Untranslatable();
    case 'code':
      return `${braced(variable)} ${signOf(operator)} ${isEquality ? quoted(choiceValue(literal)) : number(literal)}`;
    case 'number':
      return `${braced(variable)} ${signOf(operator)} ${number(literal)}`;
    case 'text':
      return `${braced(variable)} ${signOf(operator)} ${isEquality ? quoted(literal) : number(literal)}`;
  }
}

/** LimeSurvey's code of an answer as our value of the choice; SurveyJS keeps two values for itself. */
export function choiceValue(code: string): string {
  if (code === '-oth-') return 'other';
  return code === 'other' || code === 'none' ? `${code}_` : code;
}

function number(literal: string): string {
  if (literal.trim() === '' || !Number.isFinite(Number(literal))) throw new Untranslatable();
  return String(Number(literal));
}

function quoted(text: string): string {
  // SurveyJS' grammar has no way to write a quotation mark within a text.
  if (/['"\\{}]/.test(text)) throw new Untranslatable();
  return `'${text}'`;
}

function braced({ path }: Variable): string {
  return `{${path}}`;
}

function signOf(operator: string): string {
  return operator === '==' ? '=' : operator;
}

function isLiteral(tree: Expression): tree is Extract<Expression, { kind: 'number' | 'text' }> {
  return tree.kind === 'number' || tree.kind === 'text';
}

function onlyArgument(args: readonly Expression[]): Expression {
  const [only] = args;
  if (args.length !== 1 || !only) throw new Untranslatable();
  return only;
}
