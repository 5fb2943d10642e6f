import type { Locale } from '../common/locale.js';
import { numberOut } from './typed-values.js';
import {
  commentName,
  isQuestion,
  questionsOf,
  type Answers,
  type PlanQuestion,
  type QuestionnairePlan,
} from './questionnaire-plan.js';

/** Fields of a posted form; a field that was sent several times holds a list. */
export type AnswerForm = Readonly<Record<string, string | readonly string[]>>;

/**
 * Name of the form field for a question: `q.` and the question's name, so that a page left open while
 * a new version is published still finds its questions. Rows of a matrix append `.row`. The prefix
 * keeps every name apart from the form's own fields; the plan's unique column names keep them apart
 * from each other.
 */
export function fieldOf(question: PlanQuestion, row?: string | number): string {
  return row === undefined ? `q.${question.name}` : `q.${question.name}.${row}`;
}

/** Field for the words beside „Sonstiges“. */
export function commentFieldOf(question: PlanQuestion): string {
  return `q.${commentName(question.name)}`;
}

/**
 * The form that would have been posted to give these answers; the inverse of `checkAnswers`. Takes
 * anything and leaves out what cannot be an answer, so that kept and carried answers pass through the
 * same checks as typed ones.
 */
export function formOfAnswers(plan: QuestionnairePlan, answers: unknown, locale: Locale): AnswerForm {
  const given = new Map(entriesOf(answers));
  const fields = questionsOf(plan).flatMap((question): [string, string | string[]][] => {
    const answer = given.get(question.name);
    if (question.kind === 'matrix') {
      const rows = new Map(entriesOf(answer));
      return question.rows.flatMap(({ value }) =>
        fieldEntry(fieldOf(question, value), rows.get(String(value))),
      );
    }
    const typed = question.kind === 'text' && typeof answer === 'number' ? numberOut(answer, locale) : answer;
    return [
      ...fieldEntry(fieldOf(question), typed),
      ...fieldEntry(commentFieldOf(question), given.get(commentName(question.name))),
    ];
  });
  return Object.fromEntries(fields);
}

/** Answers with one page's put in place of what stood there before, so that a cleared field is cleared. */
export function replacePageAnswers(
  plan: QuestionnairePlan,
  pageIndex: number,
  before: Answers,
  ofPage: Answers,
): Answers {
  return { ...answersOfOtherPages(plan, pageIndex, before), ...ofPage };
}

/** The answers that belong to all pages but one, for example to be carried along in its form. */
export function answersOfOtherPages(plan: QuestionnairePlan, pageIndex: number, answers: Answers): Answers {
  const onPage = plan.pages[pageIndex]?.elements.filter(isQuestion) ?? [];
  const names = new Set(onPage.flatMap(({ name }) => [name, commentName(name)]));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)));
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function fieldEntry(field: string, value: unknown): [string, string | string[]][] {
  if (Array.isArray(value)) return [[field, value.flatMap((item: unknown) => textOf(item) ?? [])]];
  const text = textOf(value);
  return text === null ? [] : [[field, text]];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}
