import type { Locale } from '../../common/locale.js';
import { isRecord } from '../expressions/expression-values.js';
import { commentName, type Answers } from './answers.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import { memoizeByPlan } from '../plan/memoize-by-plan.js';
import { questionsWithin, type PlanPage, type QuestionnairePlan } from '../plan/questionnaire-plan.js';
import { numberOut } from './typed-values.js';

/** Fields of a posted form; a field that was sent several times holds a list. */
export type AnswerForm = Readonly<Record<string, string | readonly string[]>>;

/**
 * Name of the form field for a question: `q.` and the question's name, so that a page left open while
 * a new version is published still finds its questions. Rows of a matrix append `.row`, cells
 * `.row.column`, items of several texts `.item`, and what is to be ranked `.value`. The prefix
 * keeps every name apart from the form's own fields; the plan's unique column names keep them apart
 * from each other.
 */
export function fieldOf(question: { name: string }, ...within: (string | number)[]): string {
  let field = `q.${question.name}`;
  for (const part of within) field += `.${part}`;
  return field;
}

/** Field for the words beside „Sonstiges“. */
export function commentFieldOf(question: { name: string }): string {
  return `q.${commentName(question.name)}`;
}

type Fields = [field: string, value: string | string[]][];

/**
 * The form that would have been posted to give these answers; the inverse of `readAnswer`. Takes
 * anything and leaves out what cannot be an answer, so that kept and carried answers pass through the
 * same checks as typed ones.
 */
export function formOfAnswers(
  questions: readonly PlanQuestion[],
  answers: unknown,
  locale: Locale,
): AnswerForm {
  const given = new Map(entriesOf(answers));
  return Object.fromEntries(
    questions.flatMap((question) => [
      ...fieldsOf(question, given.get(question.name), locale),
      ...fieldEntry(commentFieldOf(question), given.get(commentName(question.name))),
    ]),
  );
}

function fieldsOf(question: PlanQuestion, answer: unknown, locale: Locale): Fields {
  switch (question.kind) {
    case 'expression':
      return [];
    case 'text':
      return fieldEntry(fieldOf(question), written(answer, locale));
    case 'matrix':
      return entriesOf(answer).flatMap(([row, column]) => fieldEntry(fieldOf(question, row), column));
    case 'multipletext':
      return entriesOf(answer).flatMap(([item, value]) =>
        fieldEntry(fieldOf(question, item), written(value, locale)),
      );
    case 'matrixdropdown':
      return entriesOf(answer).flatMap(([row, cells]) => {
        const given = new Map(entriesOf(cells));
        return question.columns.flatMap(({ name, kind }) => {
          const cell = given.get(name);
          return fieldEntry(fieldOf(question, row, name), kind === 'text' ? written(cell, locale) : cell);
        });
      });
    case 'ranking':
      return (Array.isArray(answer) ? answer : []).flatMap((value: unknown, index) => {
        const name = textOf(value);
        return name === null ? [] : fieldEntry(fieldOf(question, name), index + 1);
      });
    default:
      return fieldEntry(fieldOf(question), answer);
  }
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
  const page = plan.pages[pageIndex];
  if (!page) return answers;
  const names = namesOn(page);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)));
}

const namesOn = memoizeByPlan(
  (page: PlanPage): ReadonlySet<string> =>
    new Set(questionsWithin(page).flatMap(({ name }) => [name, commentName(name)])),
);

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

/** A number as people of this language write it; everything else as it is. */
function written(value: unknown, locale: Locale): unknown {
  return typeof value === 'number' ? numberOut(value, locale) : value;
}

function fieldEntry(field: string, value: unknown): Fields {
  if (Array.isArray(value)) return [[field, value.flatMap((item: unknown) => textOf(item) ?? [])]];
  const text = textOf(value);
  return text === null ? [] : [[field, text]];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}
