import { isEmpty, isRecord } from './expression-values.js';
import type { Answers, AnswerValue } from './answers.js';
import type { CellMatrixQuestion, MatrixQuestion, PlanQuestion } from './plan-question.js';
import type { Standing } from './questionnaire-state.js';
import type { ReadAnswer } from './reading.js';
import { plainValue } from './plain-value.js';
import { isShown } from './standing.js';

/**
 * The answers as they are handed in, the way SurveyJS clears them at the end: those of hidden questions
 * and rows are gone, values of expressions and calculated values to be kept are there.
 */
export function cleanedAnswers(standing: Standing, reads: ReadonlyMap<PlanQuestion, ReadAnswer>): Answers {
  const { plan, state } = standing;
  const entries: [string, unknown][] = [];
  for (const [question, read] of reads) {
    if (!isShown(standing, question)) continue;
    if (question.kind === 'expression') entries.push([question.name, state.values[question.name]]);
    for (const [name, value] of read.values) {
      entries.push([name, name === question.name ? cleaned(question, value, standing) : value]);
    }
  }
  for (const { name, kept } of plan.calculated) {
    if (kept) entries.push([name, plainValue(state.values[name])]);
  }
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value))) as Answers;
}

function cleaned(question: PlanQuestion, value: AnswerValue, standing: Standing): unknown {
  if (!isRecord(value)) return value;
  if (question.kind === 'matrix') return cleanedRows(question, value, standing);
  return question.kind === 'matrixdropdown' ? cleanedRows(question, value, standing) : value;
}

function cleanedRows(
  question: MatrixQuestion | CellMatrixQuestion,
  answer: Record<string, unknown>,
  { state: { withheld } }: Standing,
): unknown {
  const rows = withheld.get(question.id);
  return Object.fromEntries(Object.entries(answer).filter(([row]) => !rows?.has(row)));
}
