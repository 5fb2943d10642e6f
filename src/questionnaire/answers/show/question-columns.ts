import { isRecord } from '../../expressions/expression-values.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import { questionsOf, type QuestionnairePlan } from '../../plan/questionnaire-plan.js';
import { placeOf, placesWithOther, type AnswerPlace, type QuestionColumn } from './answer-places.js';
import type { Answers } from '../answers.js';

export type Cell = string | number | boolean | null;

type Described = Pick<QuestionnairePlan, 'pages'> & Partial<Pick<QuestionnairePlan, 'calculated'>>;

export function questionColumns(plan: Described): QuestionColumn[] {
  return placesIn(plan).map(({ column }) => column);
}

/** The answers as one row, in the order of `questionColumns`; null where nothing was answered. */
export function flattenAnswers(plan: Described, answers: Answers): Cell[] {
  return placesIn(plan).map(({ path }) => cellOf(path.reduce<unknown>(within, answers)));
}

export function columnNamesOf(question: PlanQuestion): string[] {
  return placesOf(question).map(({ column }) => column.name);
}

function placesIn(plan: Described): AnswerPlace[] {
  const kept = (plan.calculated ?? []).filter((value) => value.kept);
  return [
    ...questionsOf(plan).flatMap(placesOf),
    ...kept.map(({ name }) => placeOf({ name, title: { default: name } })),
  ];
}

/** Where the answer to a question stands, in the order of its columns. */
export function placesOf(question: PlanQuestion): AnswerPlace[] {
  return kindOf(question).columns?.(question) ?? placesWithOther(question);
}

function within(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Lists, also rankings, fill one cell: `a; b; c`. */
function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.join('; ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
