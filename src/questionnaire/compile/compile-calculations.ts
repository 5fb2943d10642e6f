import { problem } from '../../common/errors.js';
import { compileExpression } from './compile-conditions.js';
import { namesIn, type Expression } from '../expressions/expression.js';
import { isPlainKey } from './plain-key.js';
import type { JsonNode, Reading } from './questionnaire-json.js';
import { isReservedName } from './questionnaire-names.js';
import type { CalculatedValue } from '../plan/questionnaire-plan.js';

const MAX_NAME_LENGTH = 100;
const MAX_CALCULATIONS = 200;

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
