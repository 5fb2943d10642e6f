import type { Answers, AnswerValue } from '../answers.js';
import { placesOf } from './question-columns.js';
import { isRecord } from '../../expressions/expression-values.js';
import { reads } from '../../plan/live-expressions.js';
import { namesReadIn } from '../../plan/names-read.js';
import { memoizeByPlan } from '../../plan/memoize-by-plan.js';
import { isCalculated } from '../../plan/calculated.js';
import { questionsOf, type QuestionnairePlan } from '../../plan/questionnaire-plan.js';

/** Where a free text stands: the name of its column in exports, and the keys that lead to it in the answers. */
export interface TextPlace {
  column: string;
  path: string[];
}

type Plan = Pick<QuestionnairePlan, 'pages' | 'calculated'>;

/**
 * Everything in the answers that people put into words of their own, and what is calculated from it: lines
 * and blocks of text, the words for „Sonstiges“, several texts, and such cells of tables.
 */
export const textPlaces = memoizeByPlan((plan: Plan): readonly TextPlace[] => {
  const questions = questionsOf(plan);
  const typed = questions
    .flatMap(placesOf)
    .filter((place) => place.isFreeText)
    .map(({ column, path }): TextPlace => ({ column: column.name, path }));
  const derived = derivedFrom(
    typed.map(({ path: [name = ''] }) => name),
    plan,
  );
  return [...typed, ...derived.map((name) => ({ column: name, path: [name] }))];
});

/** The answers without free texts; who chose „Sonstiges“ still has. */
export function withoutTexts(plan: Plan, answers: Answers): Answers {
  const places = textPlaces(plan);
  const known = new Set([
    ...questionsOf(plan).map(({ name }) => name),
    ...plan.calculated.filter(({ kept }) => kept).map(({ name }) => name),
  ]);
  const kept = Object.entries(answers).flatMap(([name, value]): [string, AnswerValue][] => {
    if (!known.has(name)) return [];
    const rest = without(
      value,
      places.filter(({ path }) => path[0] === name).map(({ path }) => path.slice(1)),
    );
    return rest === undefined ? [] : [[name, rest as AnswerValue]];
  });
  return Object.fromEntries(kept);
}

/** A value without what lies at these paths; undefined where nothing is left. */
function without(value: unknown, paths: readonly string[][]): unknown {
  if (paths.length === 0) return value;
  if (paths.some((path) => path.length === 0) || !isRecord(value)) return undefined;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const rest = without(
      inner,
      paths.filter(([first]) => first === key).map((path) => path.slice(1)),
    );
    return rest === undefined ? [] : [[key, rest]];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Names of calculations whose result may hold something of what these names hold. */
function derivedFrom(names: readonly string[], plan: Plan): string[] {
  const calculations = [...plan.calculated, ...questionsOf(plan).filter(isCalculated)];
  return calculations
    .filter(({ expression }) => {
      const read = namesReadIn([expression], [], calculations);
      return [...read].some((root) => reads(root, names));
    })
    .map(({ name }) => name);
}
