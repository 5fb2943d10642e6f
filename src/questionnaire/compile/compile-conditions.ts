import { namesIn, type Expression } from '../expressions/expression.js';
import { readValue } from '../expressions/expression-values.js';
import { parseExpression } from '../expressions/parse-expression.js';
import type { JsonNode } from './questionnaire-json.js';
import { PERSON, problemsOfNames } from './questionnaire-names.js';
import type { Conditions } from '../plan/element-basics.js';

export const conditionProperties = ['visibleIf', 'enableIf', 'requiredIf'];

/** Names that stand for the choice at hand in a condition on all choices. */
const itemNames = ['item', 'choice', 'self'];

/** When an element is there, can be answered and must be; only what is named is read. */
export function compileConditions(
  node: JsonNode,
  properties: readonly string[] = conditionProperties,
): Conditions {
  const conditionOf = (name: string): Expression | null =>
    properties.includes(name) ? compileExpression(node, name) : null;
  return {
    visibleIf: conditionOf('visibleIf'),
    enableIf: conditionOf('enableIf'),
    requiredIf: conditionOf('requiredIf'),
  };
}

/** The expression under a name; null if there is none, or (noted) where it cannot be used. */
export function compileExpression(node: JsonNode, property: string): Expression | null {
  const text = node.string(property);
  return text === null ? null : readExpression(node, property, text);
}

/** As `compileExpression`, for a text that is part of the property, such as `=today()`. */
export function readExpression(
  node: JsonNode,
  property: string,
  text: string,
  own: readonly string[] = [],
): Expression | null {
  const { names, privacy } = node.reading;
  const parsed = parseExpression(text, { known: [...names.roots, ...own], ordered: names.ordered });
  if ('problem' in parsed) return node.noteText(property, parsed.problem);

  const { expression } = parsed;
  const [problem] = problemsOfNames(expression, {
    ...names,
    parts: new Map([...names.parts, ...own.map((name) => [name, []] as const)]),
  });
  if (problem !== undefined) return node.noteText(property, problem);
  if (privacy === 'anonymous' && namesIn(expression).some((name) => name.toLowerCase() === PERSON)) {
    return node.note(property, 'questionnaire.person_where_anonymous');
  }
  return expression;
}

/**
 * A condition on all choices, with `{item}` for the one at hand, as one condition per choice.
 *
 * @returns for a choice's value its condition
 */
export function compileItemCondition(
  node: JsonNode,
  property: string,
): (value: string | number) => Expression | null {
  const text = node.string(property);
  const own = itemNames.filter((name) => !node.reading.names.roots.includes(name));
  const condition = text === null ? null : readExpression(node, property, text, own);
  return (value) => withItem(condition, own, value);
}

function withItem(expression: Expression, own: readonly string[], value: string | number): Expression {
  if (expression === null || typeof expression !== 'object') return expression;
  const [kind, ...parts] = expression;
  if (kind === 'value') return expression;
  if (kind !== 'get' && kind !== 'raw') {
    return [kind, ...parts.map((part) => withItem(part as Expression, own, value))] as unknown as Expression;
  }
  if (!own.includes(parts[0] as string) || parts.length > 1) return expression;
  return kind === 'raw' ? value : (readValue(value) as string | number | boolean);
}
