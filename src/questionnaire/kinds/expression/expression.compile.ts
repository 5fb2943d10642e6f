import { compileExpression } from '../../compile/compile-conditions.js';
import type { JsonNode } from '../../compile/questionnaire-json.js';
import type { QuestionBasics } from '../../plan/question-basics.js';
import type { ExpressionQuestion } from './expression.plan.js';

const MAX_DIGITS = 20;

export const expressionProperties = [
  ...['expression', 'format', 'displayStyle', 'currency', 'precision'],
  ...['maximumFractionDigits', 'minimumFractionDigits'],
];

/** A value calculated and shown. `precision` becomes part of the calculation, as it rounds what is stored. */
export function compileExpressionQuestion(node: JsonNode, basics: QuestionBasics): ExpressionQuestion {
  const expression = compileExpression(node, 'expression');
  if (node.value('expression') === null) node.note('expression', 'questionnaire.missing');
  const precision = digits(node, 'precision');
  const [least, most] = [digits(node, 'minimumFractionDigits'), digits(node, 'maximumFractionDigits')];
  if (least > most && most >= 0)
    node.note('minimumFractionDigits', 'questionnaire.above', { name: 'maximumFractionDigits' });

  const currency = node.string('currency') ?? 'USD';
  if (!/^[A-Z]{3}$/.test(currency)) node.note('currency', 'questionnaire.not_currency');
  return {
    kind: 'expression',
    ...basics,
    expression: precision < 0 ? expression : ['call', 'round', expression, precision],
    format: node.format('format'),
    display: node.oneOf('displayStyle', ['none', 'decimal', 'percent', 'date', 'currency'], 'none'),
    currency,
    maximumFractionDigits: most,
    minimumFractionDigits: least,
  };
}

/** −1 stands for as many as there are. */
function digits(node: JsonNode, name: string): number {
  const value = node.number(name) ?? -1;
  if (Number.isInteger(value) && value >= -1 && value <= MAX_DIGITS) return value;
  node.note(name, 'questionnaire.not_digits', { most: MAX_DIGITS });
  return -1;
}
