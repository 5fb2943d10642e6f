import type ts from 'typescript';

/** What an expression of the sources is, as far as it can be told without running them. */
export type Value = string | number | boolean | null | undefined | Value[] | Fields | Closure | Unknown;

/** What nobody knows before it runs. */
export class Unknown {
  /** The same for the same question, wherever it is handed on to. */
  readonly key: string;

  constructor(
    readonly node: ts.Node,
    frame: Frame,
  ) {
    this.key = `${frame.name} ${node.getText()}`;
  }
}

/** An object literal, and what was known where it is written. */
export class Fields {
  constructor(
    readonly fields: ReadonlyMap<string, ts.Expression>,
    readonly frame: Frame,
  ) {}
}

/** A function, and what was known where it is written. */
export class Closure {
  constructor(
    readonly code: ts.FunctionLikeDeclaration,
    readonly frame: Frame,
  ) {}
}

/** What is known within one call of one function: its parameters by their declarations. */
export class Frame {
  private readonly known = new Map<ts.Node, Value>();

  /** @param name the same in every run, different for each call */
  constructor(
    readonly name: string,
    private readonly outer: Frame | null = null,
  ) {}

  set(declaration: ts.Node, value: Value): void {
    this.known.set(declaration, value);
  }

  has(declaration: ts.Node): boolean {
    return this.known.has(declaration) || (this.outer?.has(declaration) ?? false);
  }

  get(declaration: ts.Node): Value {
    return this.known.has(declaration) ? this.known.get(declaration) : this.outer?.get(declaration);
  }
}
