import { problem } from '../../common/errors.js';
import { compileExpression } from './compile-conditions.js';
import { namesIn, type Expression } from '../expressions/expression.js';
import { isPlainKey } from './plain-key.js';
import type { JsonNode, Reading } from './questionnaire-json.js';
import { isReservedName } from './questionnaire-names.js';
import type { ExpressionQuestion } from '../kinds/expression/expression.plan.js';
import type { QuestionBasics } from '../plan/question-basics.js';
import type { CalculatedValue } from '../plan/questionnaire-plan.js';

const MAX_NAME_LENGTH = 100;
const MAX_CALCULATIONS = 200;
const MAX_DIGITS = 20;

export const expressionProperties = [
  ...['expression', 'format', 'displayStyle', 'currency', 'precision'],
  ...['maximumFractionDigits', 'minimumFractionDigits'],
];

/** A value worked out and shown. `precision` becomes part of the calculation, as it rounds what is stored. */
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

/** SurveyJS' calculatedValues: variables that answers make, stored with them if `includeIntoResult`. */
export function compileCalculatedValues(survey: JsonNode): CalculatedValue[] {
  return survey.nodes('calculatedValues', MAX_CALCULATIONS).flatMap((node) => {
    node.refuseAllBut(['name', 'expression', 'includeIntoResult']);
    const name = node.string('name');
    if (name === null || !isPlainKey(name, MAX_NAME_LENGTH) || isReservedName(name)) {
      node.note('name', 'questionnaire.needs_name', { most: MAX_NAME_LENGTH });
      return [];
    }

    const { taken } = node.reading;
    if (taken.has(name))
      node.note('name', 'questionnaire.name_taken', { name, place: taken.get(name) ?? '' });
    taken.set(name, node.path);
    const expression = compileExpression(node, 'expression');
    if (node.value('expression') === null) node.note('expression', 'questionnaire.missing');
    return [{ name, expression, kept: node.flag('includeIntoResult') }];
  });
}

/** Notes calculations that need their own result, such as two that wait for each other. */
export function noteCircles(
  calculations: readonly { name: string; expression: Expression }[],
  { taken, problems }: Reading,
): void {
  const needs = new Map(calculations.map(({ name, expression }) => [name, namesIn(expression)]));
  for (const { name } of calculations) {
    const circle = circleFrom(name, needs);
    if (circle)
      problems.push(
        problem(`${taken.get(name) ?? name}.expression`, 'questionnaire.circle', {
          circle: circle.join(' → '),
        }),
      );
  }
}

/** The shortest way from a calculation back to itself, or null. */
function circleFrom(start: string, needs: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  let ways = [[start]];
  while (ways.length > 0) {
    const further = ways.flatMap((way) => (needs.get(way.at(-1) ?? '') ?? []).map((name) => [...way, name]));
    const circle = further.find((way) => way.at(-1) === start);
    if (circle) return circle;
    ways = further.filter((way) => {
      const end = way.at(-1) ?? '';
      const isNew = needs.has(end) && !seen.has(end);
      seen.add(end);
      return isNew;
    });
  }
  return null;
}
