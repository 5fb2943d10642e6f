import type { LocalizedText } from '../common/locale.js';
import {
  commentName,
  otherChoiceOf,
  questionsOf,
  type Answers,
  type AnswerValue,
  type PlanQuestion,
  type QuestionnairePlan,
} from './questionnaire-plan.js';

/** One column of an export. */
export interface QuestionColumn {
  /** Unique in a plan: the question's name, `name.row` for a row of a matrix, `name-Comment` for „Sonstiges“. */
  name: string;
  /** Name of the question the column belongs to. */
  question: string;
  title: LocalizedText;
  /** Of a matrix: the row's text. */
  rowTitle: LocalizedText | null;
}

export type Cell = string | number | boolean | null;

export function questionColumns(plan: QuestionnairePlan): QuestionColumn[] {
  return questionsOf(plan).flatMap(columnsOf);
}

/** The answers as one row, in the order of `questionColumns`; null where nothing was answered. */
export function flattenAnswers(plan: QuestionnairePlan, answers: Answers): Cell[] {
  return questionsOf(plan).flatMap((question) => cellsOf(question, answers));
}

export function columnNamesOf(question: PlanQuestion): string[] {
  return columnsOf(question).map((column) => column.name);
}

function columnsOf(question: PlanQuestion): QuestionColumn[] {
  const { name, title } = question;
  if (question.kind === 'matrix') {
    const columnOf = (row: (typeof question.rows)[number]): QuestionColumn => ({
      name: `${name}.${row.value}`,
      question: name,
      title,
      rowTitle: row.text,
    });
    return question.rows.map(columnOf);
  }
  const column = { name, question: name, title, rowTitle: null };
  return otherChoiceOf(question) ? [column, { ...column, name: commentName(name) }] : [column];
}

function cellsOf(question: PlanQuestion, answers: Answers): Cell[] {
  const answer = ownValue(answers, question.name);
  if (question.kind === 'matrix') {
    const rows = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
    return question.rows.map((row) => ownValue(rows, String(row.value)) ?? null);
  }
  const cell = Array.isArray(answer)
    ? answer.join('; ')
    : typeof answer === 'object'
      ? null
      : (answer ?? null);
  if (!otherChoiceOf(question)) return [cell];
  const comment = ownValue(answers, commentName(question.name));
  return [cell, typeof comment === 'string' ? comment : null];
}

function ownValue<T extends AnswerValue>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
