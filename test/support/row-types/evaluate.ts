import ts from 'typescript';
import type { Choices } from './choices.js';
import { calculated, fieldsOf, isConstant, isText, isWrapped, positionOf } from './syntax.js';
import { Closure, Fields, Frame, Unknown, type Value } from './values.js';

/** Where a function is called, by the declaration of the function. */
export type Callers = ReadonlyMap<ts.Node, readonly ts.CallExpression[]>;

/**
 * Tells what an expression of the sources is without running them: constants, templates, object literals and
 * calls of plain functions. What depends on the moment is followed in every way: both sides of a condition, all
 * members of a closed set, all calls of the function whose parameter it is.
 */
export class Evaluation {
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly callers: Callers,
    private readonly choices: Choices,
  ) {}

  evaluate(node: ts.Expression, frame: Frame): Value {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text);
    if (ts.isTemplateExpression(node)) return this.template(node, frame);
    if (ts.isIdentifier(node)) return node.text === 'undefined' ? undefined : this.named(node, frame);
    if (isWrapped(node)) return this.evaluate(node.expression, frame);
    if (ts.isConditionalExpression(node))
      return this.evaluate(this.isTrue(node.condition, frame) ? node.whenTrue : node.whenFalse, frame);
    if (ts.isBinaryExpression(node)) return this.binary(node, frame);
    if (ts.isArrayLiteralExpression(node)) return this.array(node, frame);
    if (ts.isObjectLiteralExpression(node)) return fieldsOf(node, frame);
    if (ts.isPropertyAccessExpression(node)) return this.property(node, frame);
    if (ts.isElementAccessExpression(node)) return this.element(node, frame);
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return new Closure(node, frame);
    if (ts.isCallExpression(node)) return this.call(node, frame);
    switch (node.kind) {
      case ts.SyntaxKind.TrueKeyword:
        return true;
      case ts.SyntaxKind.FalseKeyword:
        return false;
      case ts.SyntaxKind.NullKeyword:
        return null;
      default:
        return this.unknown(node, frame);
    }
  }

  private template(node: ts.TemplateExpression, frame: Frame): Value {
    let text = node.head.text;
    for (const { expression, literal } of node.templateSpans) {
      const value = this.evaluate(expression, frame);
      if (typeof value !== 'string' && typeof value !== 'number') return new Unknown(expression, frame);
      text += String(value) + literal.text;
    }
    return text;
  }

  private binary(node: ts.BinaryExpression, frame: Frame): Value {
    const { left, right } = node;
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken: {
        const [a, b] = [this.evaluate(left, frame), this.evaluate(right, frame)];
        if (typeof a === 'number' && typeof b === 'number') return a + b;
        return isText(a) && isText(b) ? `${a}${b}` : new Unknown(node, frame);
      }
      case ts.SyntaxKind.QuestionQuestionToken: {
        const value = this.evaluate(left, frame);
        if (value instanceof Unknown) return value;
        return value ?? this.evaluate(right, frame);
      }
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsEqualsToken: {
        const [a, b] = [this.evaluate(left, frame), this.evaluate(right, frame)];
        if (a instanceof Unknown || b instanceof Unknown) return new Unknown(node, frame);
        return (a === b) === (node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken);
      }
      default: {
        const [a, b] = [this.evaluate(left, frame), this.evaluate(right, frame)];
        const known = typeof a === 'number' && typeof b === 'number';
        return known ? calculated(node.operatorToken.kind, a, b) : new Unknown(node, frame);
      }
    }
  }

  /** A condition that nobody knows is true in one run and false in another. */
  private isTrue(node: ts.Expression, frame: Frame): boolean {
    if (ts.isParenthesizedExpression(node)) return this.isTrue(node.expression, frame);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      return !this.isTrue(node.operand, frame);
    if (ts.isBinaryExpression(node)) {
      if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
        return this.isTrue(node.left, frame) && this.isTrue(node.right, frame);
      if (node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
        return this.isTrue(node.left, frame) || this.isTrue(node.right, frame);
    }
    const value = this.evaluate(node, frame);
    if (value instanceof Unknown) return this.choices.choose(value.key, 2) === 0;
    return Boolean(value);
  }

  private array(node: ts.ArrayLiteralExpression, frame: Frame): Value {
    const values: Value[] = [];
    for (const element of node.elements) {
      if (ts.isSpreadElement(element)) {
        const spread = this.evaluate(element.expression, frame);
        if (!Array.isArray(spread)) return new Unknown(node, frame);
        values.push(...spread);
      } else values.push(this.evaluate(element, frame));
    }
    return values;
  }

  private property(node: ts.PropertyAccessExpression, frame: Frame): Value {
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) return this.named(node.name, frame);
    const from = this.evaluate(node.expression, frame);
    return from instanceof Fields ? this.field(from, node.name.text, node) : this.unknown(node, frame);
  }

  private element(node: ts.ElementAccessExpression, frame: Frame): Value {
    const from = this.evaluate(node.expression, frame);
    if (!(from instanceof Fields)) return new Unknown(node, frame);
    const key = this.evaluate(node.argumentExpression, frame);
    if (typeof key === 'string') return this.field(from, key, node);
    const keys = [...from.fields.keys()];
    const taken = this.choices.choose(`${frame.name} ${node.argumentExpression.getText()}`, keys.length);
    return this.field(from, keys[taken] ?? '', node);
  }

  private field(from: Fields, name: string, asked: ts.Node): Value {
    const initializer = from.fields.get(name);
    return initializer ? this.evaluate(initializer, from.frame) : new Unknown(asked, from.frame);
  }

  private named(node: ts.Identifier | ts.MemberName, frame: Frame): Value {
    const declaration = this.declarationOf(node);
    if (!declaration) return new Unknown(node, frame);
    if (frame.has(declaration)) return frame.get(declaration);
    if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration))
      return new Closure(declaration, frame);
    if (ts.isShorthandPropertyAssignment(declaration)) return new Unknown(node, frame);
    if (ts.isParameter(declaration)) return this.parameter(declaration, node, frame);
    if (ts.isBindingElement(declaration)) return this.bound(declaration, node, frame);
    if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration))
      return new Unknown(node, frame);
    if (declaration.initializer && isConstant(declaration))
      return this.evaluate(declaration.initializer, frame);
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop)) {
      const values = this.evaluate(loop.expression, frame);
      if (Array.isArray(values))
        return values[this.choices.choose(`${frame.name} ${declaration.pos}`, values.length)];
    }
    return this.unknown(node, frame);
  }

  /** One field of what was destructured. */
  private bound(declaration: ts.BindingElement, node: ts.Node, frame: Frame): Value {
    const whole = declaration.parent.parent;
    const name = (declaration.propertyName ?? declaration.name).getText();
    let from: Value = new Unknown(node, frame);
    if (ts.isParameter(whole))
      from = frame.has(whole) ? frame.get(whole) : this.parameter(whole, whole.name, frame);
    else if (ts.isVariableDeclaration(whole) && whole.initializer)
      from = this.evaluate(whole.initializer, frame);
    if (Array.isArray(from) && ts.isArrayBindingPattern(declaration.parent))
      return from[declaration.parent.elements.indexOf(declaration)];
    if (from instanceof Fields) {
      if (from.fields.has(name)) return this.field(from, name, node);
      if (declaration.initializer) return this.evaluate(declaration.initializer, frame);
    }
    return this.unknown(node, frame);
  }

  /** What a function is given that no call has been followed into: what any of its callers give it. */
  private parameter(declaration: ts.ParameterDeclaration, node: ts.Node, frame: Frame): Value {
    const calls = this.callers.get(declaration.parent) ?? [];
    const call =
      calls[this.choices.choose(`called ${positionOf(declaration.parent)}`, Math.max(1, calls.length))];
    if (call) {
      const given = call.arguments[declaration.parent.parameters.indexOf(declaration)];
      const value = given
        ? this.evaluate(given, new Frame(positionOf(call)))
        : declaration.initializer && this.evaluate(declaration.initializer, frame);
      if (!(value instanceof Unknown)) return value;
    }
    return this.unknown(node, frame);
  }

  private call(node: ts.CallExpression, frame: Frame): Value {
    const { expression } = node;
    if (
      ts.isPropertyAccessExpression(expression) &&
      expression.expression.kind !== ts.SyntaxKind.ThisKeyword
    ) {
      const on = this.evaluate(expression.expression, frame);
      if (Array.isArray(on)) return this.callOfArray(on, expression.name.text, node, frame);
    }
    const callee =
      ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)
        ? this.evaluate(expression, frame)
        : null;
    if (!(callee instanceof Closure)) return new Unknown(node, frame);
    return this.apply(
      callee,
      node.arguments.map((one) => this.evaluate(one, frame)),
      `${frame.name} ${positionOf(node)}`,
    );
  }

  private callOfArray(on: readonly Value[], method: string, node: ts.CallExpression, frame: Frame): Value {
    const argument = node.arguments[0] ? this.evaluate(node.arguments[0], frame) : undefined;
    if (method === 'join' && on.every(isText)) return on.join(typeof argument === 'string' ? argument : ',');
    if (method === 'map' && argument instanceof Closure)
      return on.map((value, index) =>
        this.apply(argument, [value], `${frame.name} ${positionOf(node)} ${index}`),
      );
    return new Unknown(node, frame);
  }

  private apply({ code, frame }: Closure, values: readonly Value[], name: string): Value {
    const inner = new Frame(name, frame);
    code.parameters.forEach((parameter, index) => {
      const { initializer } = parameter;
      const value = values[index];
      if (value === undefined && initializer) inner.set(parameter, this.evaluate(initializer, inner));
      else inner.set(parameter, value);
    });
    if (!code.body) return new Unknown(code, inner);
    return ts.isBlock(code.body)
      ? this.returned(code.body.statements, inner)
      : this.evaluate(code.body, inner);
  }

  /** What a function of constants, conditions and returns gives back. */
  private returned(statements: readonly ts.Statement[], frame: Frame): Value {
    for (const statement of statements) {
      if (ts.isReturnStatement(statement))
        return statement.expression && this.evaluate(statement.expression, frame);
      if (
        ts.isIfStatement(statement) &&
        ts.isReturnStatement(statement.thenStatement) &&
        !statement.elseStatement
      ) {
        if (this.isTrue(statement.expression, frame)) return this.returned([statement.thenStatement], frame);
      } else if (!ts.isVariableStatement(statement)) return new Unknown(statement, frame);
    }
    return undefined;
  }

  /** Of what only its type is known: each member of a closed set in turn. */
  private unknown(node: ts.Node, frame: Frame): Value {
    const type = this.checker.getTypeAtLocation(node);
    const members = type.isUnion() ? type.types : [type];
    if (!members.every((member) => member.isStringLiteral())) return new Unknown(node, frame);
    const taken = this.choices.choose(`${frame.name} ${node.getText()}`, members.length);
    return members[taken]?.value;
  }

  private declarationOf(node: ts.Node): ts.Declaration | undefined {
    const found = ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    const symbol = found && found.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(found) : found;
    return symbol?.valueDeclaration;
  }
}
