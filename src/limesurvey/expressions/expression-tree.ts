import { tokensOf, Untranslatable, type Token } from './expression-tokens.js';

export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  /** `Q1.NAOK` is the name `Q1` with the property `NAOK`. */
  | { kind: 'variable'; name: string; property: string }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'not' | 'minus'; of: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression };

const MAX_LENGTH = 10_000;
const MAX_DEPTH = 60;

/** From loose to tight. */
const levels = [['or'], ['and'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']] as const;

/** @throws Untranslatable for what is not ExpressionScript, or is too long or nested too deep */
export function parseExpression(source: string): Expression {
  if (source.length > MAX_LENGTH) throw new Untranslatable(source);
  return new Parser(tokensOf(source)).whole();
}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.binary(0);
    if (this.next.kind !== 'end') throw new Untranslatable();
    return expression;
  }

  private binary(level: number): Expression {
    const operators: readonly string[] | undefined = levels[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    while (this.next.kind === 'sign' && operators.includes(this.next.text)) {
      const operator = this.take().text;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private unary(): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Untranslatable();
    const expression = this.accept('!')
      ? ({ kind: 'not', of: this.unary() } as const)
      : this.accept('-')
        ? ({ kind: 'minus', of: this.unary() } as const)
        : this.operand();
    this.depth -= 1;
    return expression;
  }

  private operand(): Expression {
    const token = this.take();
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    if (token.kind === 'name') return this.named(token.text);
    if (token.text !== '(') throw new Untranslatable();
    const inner = this.binary(0);
    this.expect(')');
    return inner;
  }

  private named(text: string): Expression {
    if (!this.accept('(')) {
      const [name = '', property = ''] = text.split('.');
      return { kind: 'variable', name, property };
    }
    const args: Expression[] = [];
    if (this.accept(')')) return { kind: 'call', name: text, args };
    do args.push(this.binary(0));
    while (this.accept(','));
    this.expect(')');
    return { kind: 'call', name: text, args };
  }

  private get next(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '' };
  }

  private take(): Token {
    const token = this.next;
    this.position += 1;
    return token;
  }

  private accept(sign: string): boolean {
    const isNext = this.next.kind === 'sign' && this.next.text === sign;
    if (isNext) this.position += 1;
    return isNext;
  }

  private expect(sign: string): void {
    if (!this.accept(sign)) throw new Untranslatable();
  }
}
