import type { Locale } from '../../../common/locale.js';
import { fieldOf } from '../read/answer-fields.js';
import { answerMessages } from '../answer-messages.js';
import { isRecord } from '../../expressions/expression-values.js';
import type { Answers, AnswerValue } from '../answers.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import type { QuestionnaireState } from './questionnaire-state.js';
import type { ReadAnswer } from '../read/reading.js';

/**
 * Choices and rows that are shown but cannot be chosen stay as they were: browsers do not send them, and
 * nobody can newly choose them.
 */
export function keepUnavailable(
  question: PlanQuestion,
  read: ReadAnswer,
  before: Answers,
  state: QuestionnaireState,
  locale: Locale,
): ReadAnswer {
  const unavailable = state.unavailable.get(question.id);
  if (!unavailable) return read;
  const posted = read.values.find(([name]) => name === question.name)?.[1];
  const kept = Object.hasOwn(before, question.name) ? before[question.name] : undefined;
  const shape = kindOf(question).shape(question);
  if (shape === 'rows') {
    return replaced(read, question.name, rowsWith(posted, kept, unavailable));
  }
  if (shape === 'ranking') return read;

  const isNew = (value: unknown): boolean => unavailable.has(String(value)) && !listOf(kept).includes(value);
  if (listOf(posted).some(isNew)) {
    const fault = { field: fieldOf(question), message: answerMessages[locale].notOffered };
    return { values: [], faults: [...read.faults, fault] };
  }
  const left = listOf(kept).filter((value) => unavailable.has(String(value)));
  if (shape !== 'many')
    return left.length > 0 && posted === undefined ? replaced(read, question.name, kept) : read;
  const both = [...new Set([...listOf(posted), ...left])] as (string | number)[];
  return replaced(read, question.name, both.length > 0 ? both : undefined);
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

function rowsWith(posted: unknown, kept: unknown, unavailable: ReadonlySet<string>): AnswerValue | undefined {
  const rows = [
    ...entriesOf(posted).filter(([row]) => !unavailable.has(row)),
    ...entriesOf(kept).filter(([row]) => unavailable.has(row)),
  ];
  return rows.length > 0 ? (Object.fromEntries(rows) as AnswerValue) : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function replaced(read: ReadAnswer, name: string, value: AnswerValue | undefined): ReadAnswer {
  const others = read.values.filter(([key]) => key !== name);
  return { ...read, values: value === undefined ? others : [[name, value], ...others] };
}
