import ts from 'typescript';
import { Fields, type Frame, Unknown, type Value } from './values.js';

/** Where a node is, the same in every run. */
export function positionOf(node: ts.Node): string {
  return `${node.getSourceFile().fileName}:${node.pos}`;
}

export function calculated(operator: ts.SyntaxKind, a: number, b: number): number | undefined {
  if (operator === ts.SyntaxKind.MinusToken) return a - b;
  if (operator === ts.SyntaxKind.AsteriskToken) return a * b;
  return operator === ts.SyntaxKind.SlashToken ? a / b : undefined;
}

export function isText(value: Value): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

export function isConstant(declaration: ts.VariableDeclaration | ts.PropertyDeclaration): boolean {
  return ts.isPropertyDeclaration(declaration)
    ? Boolean(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly)
    : Boolean(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const);
}

export function isWrapped(
  node: ts.Expression,
): node is ts.ParenthesizedExpression | ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  );
}

export function fieldsOf(node: ts.ObjectLiteralExpression, frame: Frame): Value {
  const fields = new Map<string, ts.Expression>();
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property))
      fields.set(property.name.getText().replaceAll(/^['"]|['"]$/g, ''), property.initializer);
    else if (ts.isShorthandPropertyAssignment(property)) fields.set(property.name.text, property.name);
    else return new Unknown(node, frame);
  }
  return new Fields(fields, frame);
}
