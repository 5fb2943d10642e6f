import type { Choice } from './plan-choices.js';
import type { CellMatrixQuestion, MatrixQuestion, PlanQuestion } from './plan-question.js';
import type { Standing } from './questionnaire-state.js';

/** The choices that are on offer now. */
export function offeredChoices<C extends Choice>(
  standing: Standing,
  question: PlanQuestion & { choices: C[] },
): C[] {
  return offered(standing, question.id, question.choices);
}

export function offeredRows(standing: Standing, question: MatrixQuestion | CellMatrixQuestion): Choice[] {
  return offered(standing, question.id, question.rows);
}

/** Whether a choice or row is shown but cannot be chosen or answered now. */
export function isBarred(standing: Standing, question: PlanQuestion, { value }: Choice): boolean {
  return standing.state.barred.get(question.id)?.has(String(value)) ?? false;
}

function offered<C extends Choice>({ state }: Standing, key: string, choices: C[]): C[] {
  const withheld = state.withheld.get(key);
  return withheld ? choices.filter(({ value }) => !withheld.has(String(value))) : choices;
}
