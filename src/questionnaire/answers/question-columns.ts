import type { LocalizedText } from '../../common/locale.js';
import { isRecord } from '../expressions/expression-values.js';
import { commentName, type Answers } from './answers.js';
import { otherChoiceOf } from '../plan/plan-choices.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import { questionsOf, type QuestionnairePlan } from '../plan/questionnaire-plan.js';

/** One column of an export. */
export interface QuestionColumn {
  /**
   * Unique in a plan: the question's name, `name.row` for a row of a matrix, `name.row.column` for a cell,
   * `name.item` for one of several texts, `name-Comment` for „Sonstiges“; of a calculated value its name.
   */
  name: string;
  /** Name of the question the column belongs to. */
  question: string;
  title: LocalizedText;
  /** Of a matrix: the row's text; of several texts: the title of the one. */
  rowTitle: LocalizedText | null;
  /** Of a cell: the title of its column. */
  columnTitle: LocalizedText | null;
}

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

/** A column, and the keys that lead to its value in the answers. */
interface Place {
  path: string[];
  column: QuestionColumn;
}

function placesIn(plan: Described): Place[] {
  const kept = (plan.calculated ?? []).filter((value) => value.kept);
  return [
    ...questionsOf(plan).flatMap(placesOf),
    ...kept.map(({ name }) => placeOf({ name, title: { default: name } }, [])),
  ];
}

function placesOf(question: PlanQuestion): Place[] {
  switch (question.kind) {
    case 'matrix':
      return question.rows.map(({ value, text }) => placeOf(question, [value], text));
    case 'matrixdropdown':
      return question.rows.flatMap(({ value, text }) =>
        question.columns.map(({ name, title }) => placeOf(question, [value, name], text, title)),
      );
    case 'multipletext':
      return question.items.map(({ name, title }) => placeOf(question, [name], title));
    default: {
      if (!otherChoiceOf(question)) return [placeOf(question, [])];
      const name = commentName(question.name);
      const words = placeOf(question, []);
      return [placeOf(question, []), { path: [name], column: { ...words.column, name } }];
    }
  }
}

function placeOf(
  { name, title }: { name: string; title: LocalizedText },
  keys: (string | number)[],
  rowTitle: LocalizedText | null = null,
  columnTitle: LocalizedText | null = null,
): Place {
  const path = [name, ...keys.map(String)];
  return { path, column: { name: path.join('.'), question: name, title, rowTitle, columnTitle } };
}

function within(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Lists, also rankings, fill one cell: `a; b; c`. */
function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.join('; ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
