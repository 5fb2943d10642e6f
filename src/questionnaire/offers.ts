import type { CellMatrixQuestion, Choice, MatrixQuestion, PlanQuestion } from './questionnaire-plan.js';
import type { Standing } from './questionnaire-state.js';

/**
 * Where `withheld` and `barred` of the state keep a list: choices and rows under the question's id,
 * columns of a matrix beside them, as a row and a column may have the same value.
 */
export function offerKey(question: PlanQuestion, list: 'choices' | 'rows' | 'columns'): string {
  return list === 'columns' ? `${question.id}:columns` : question.id;
}

/** The choices that are on offer now. */
export function offeredChoices<C extends Choice>(
  standing: Standing,
  question: PlanQuestion & { choices: C[] },
): C[] {
  return offered(standing, offerKey(question, 'choices'), question.choices);
}

export function offeredRows(standing: Standing, question: MatrixQuestion | CellMatrixQuestion): Choice[] {
  return offered(standing, offerKey(question, 'rows'), question.rows);
}

export function offeredColumns(standing: Standing, question: MatrixQuestion): Choice[] {
  return offered(standing, offerKey(question, 'columns'), question.columns);
}

/** Whether a choice or row is shown but cannot be chosen or answered now. */
export function isBarred(standing: Standing, question: PlanQuestion, { value }: Choice): boolean {
  return standing.state.barred.get(question.id)?.has(String(value)) ?? false;
}

function offered<C extends Choice>({ state }: Standing, key: string, choices: C[]): C[] {
  const withheld = state.withheld.get(key);
  return withheld ? choices.filter(({ value }) => !withheld.has(String(value))) : choices;
}
