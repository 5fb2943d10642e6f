import { type AST, RegExpParser } from '@eslint-community/regexpp';

type Test = (text: string, at: number) => boolean;
/** What a regular expression has an engine do, one after the other. */
export type Instruction =
  | { do: 'character'; test: Test; back: boolean; width: 1 | 2 }
  | { do: 'fork'; first: number; second: number }
  | { do: 'go'; to: number }
  | { do: 'note'; register: number }
  | { do: 'progress'; register: number }
  | { do: 'assert'; test: Test }
  | { do: 'look'; program: Instruction[]; negate: boolean }
  | { do: 'again'; group: number; back: boolean }
  | { do: 'done' };

interface Program {
  program: Instruction[];
  registers: number;
  /** Begins with `^`: is only tried where the text begins. */
  isAnchored: boolean;
  isUnicode: boolean;
}

const known = new Map<string, Program>();
/** Whether a character outside the Basic Multilingual Plane is there. */
export function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

export function programOf(pattern: RegExp): Program {
  const key = String(pattern);
  const before = known.get(key);
  if (before) return before;
  const unicodeSets = pattern.flags.includes('v');
  const isUnicode = pattern.unicode || unicodeSets;
  const tree = new RegExpParser().parsePattern(pattern.source, undefined, undefined, {
    unicode: pattern.unicode,
    unicodeSets,
  });
  const compiler = new Compiler(pattern, isUnicode, tree);
  const program = compiler.program(tree.alternatives, false);
  const isAnchored =
    !pattern.multiline &&
    tree.alternatives.every(({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start');
  const made = { program, registers: compiler.registers, isAnchored, isUnicode };
  known.set(key, made);
  return made;
}

class Compiler {
  registers: number;
  private readonly groups: AST.CapturingGroup[];
  private readonly kinds = new Map<string, Test>();

  constructor(
    private readonly pattern: RegExp,
    private readonly isUnicode: boolean,
    tree: AST.Pattern,
  ) {
    this.groups = groupsIn(tree);
    this.registers = 2 * this.groups.length;
  }

  program(alternatives: readonly AST.Alternative[], back: boolean): Instruction[] {
    const program: Instruction[] = [];
    this.alternatives(alternatives, program, back);
    program.push({ do: 'done' });
    return program;
  }

  private alternatives(all: readonly AST.Alternative[], out: Instruction[], back: boolean): void {
    const ends: { do: 'go'; to: number }[] = [];
    all.forEach(({ elements }, index) => {
      const fork = { do: 'fork' as const, first: out.length + 1, second: 0 };
      if (index < all.length - 1) out.push(fork);
      for (const element of back ? elements.toReversed() : elements) this.element(element, out, back);
      if (index === all.length - 1) return;
      const end = { do: 'go' as const, to: 0 };
      ends.push(end);
      out.push(end);
      fork.second = out.length;
    });
    for (const end of ends) end.to = out.length;
  }

  private element(element: AST.Element, out: Instruction[], back: boolean): void {
    switch (element.type) {
      case 'Group':
        this.alternatives(element.alternatives, out, back);
        return;
      case 'CapturingGroup': {
        const register = 2 * this.groups.indexOf(element);
        out.push({ do: 'note', register });
        this.alternatives(element.alternatives, out, back);
        out.push({ do: 'note', register: register + 1 });
        return;
      }
      case 'Quantifier':
        this.quantifier(element, out, back);
        return;
      case 'Assertion':
        this.assertion(element, out);
        return;
      case 'Backreference': {
        const group = [element.resolved].flat()[0] as AST.CapturingGroup;
        out.push({ do: 'again', group: this.groups.indexOf(group), back });
        return;
      }
      default:
        out.push({
          do: 'character',
          test: this.kind(element.raw),
          back,
          width: this.isUnicode ? 2 : 1,
        });
    }
  }

  private quantifier({ element, min, max, greedy }: AST.Quantifier, out: Instruction[], back: boolean): void {
    for (let i = 0; i < min; i += 1) this.element(element, out, back);
    const isEndless = max === Infinity;
    const forks: (Instruction & { do: 'fork' })[] = [];
    for (let i = min; i < (isEndless ? min + 1 : max); i += 1) {
      const register = this.registers;
      this.registers += 1;
      const fork = { do: 'fork' as const, first: out.length + 1, second: out.length + 1 };
      forks.push(fork);
      const began = out.length;
      out.push(fork, { do: 'note', register });
      this.element(element, out, back);
      out.push({ do: 'progress', register });
      if (isEndless) out.push({ do: 'go', to: began });
    }
    for (const fork of forks) fork[greedy ? 'second' : 'first'] = out.length;
  }

  private assertion(assertion: AST.Assertion, out: Instruction[]): void {
    if (assertion.kind === 'lookahead' || assertion.kind === 'lookbehind') {
      const program = this.program(assertion.alternatives, assertion.kind === 'lookbehind');
      out.push({ do: 'look', program, negate: assertion.negate });
      return;
    }
    const { multiline } = this.pattern;
    const isWord = (text: string, at: number) => /\w/.test(text.charAt(at));
    const isBreak = (text: string, at: number) => multiline && /[\n\r\u2028\u2029]/.test(text.charAt(at));
    const tests: Record<string, Test> = {
      '^': (text, at) => at === 0 || isBreak(text, at - 1),
      $: (text, at) => at === text.length || isBreak(text, at),
      '\\b': (text, at) => isWord(text, at - 1) !== isWord(text, at),
      '\\B': (text, at) => isWord(text, at - 1) === isWord(text, at),
    };
    out.push({ do: 'assert', test: tests[assertion.raw] as Test });
  }

  /** Whether a character is one of a kind such as `[^a-z]`, asked of the engine once for each character. */
  private kind(raw: string): Test {
    const known = this.kinds.get(raw);
    if (known) return known;
    const one = new RegExp(`^(?:${raw})$`, this.pattern.flags.replaceAll(/[gmyd]/g, ''));
    const seen = new Map<number, boolean>();
    const test: Test = (text, at) => {
      const code = (this.isUnicode ? text.codePointAt(at) : text.charCodeAt(at)) ?? 0;
      let holds = seen.get(code);
      if (holds === undefined) {
        holds = one.test(this.isUnicode ? String.fromCodePoint(code) : String.fromCharCode(code));
        seen.set(code, holds);
      }
      return holds;
    };
    this.kinds.set(raw, test);
    return test;
  }
}

function groupsIn(tree: AST.Pattern): AST.CapturingGroup[] {
  const groups: AST.CapturingGroup[] = [];
  const visit = (alternatives: readonly AST.Alternative[]): void => {
    for (const element of alternatives.flatMap(({ elements }) => elements)) {
      let inner: AST.Node = element;
      while (inner.type === 'Quantifier') inner = inner.element;
      if (inner.type === 'CapturingGroup') groups.push(inner);
      if ('alternatives' in inner) visit(inner.alternatives);
    }
  };
  visit(tree.alternatives);
  return groups;
}
