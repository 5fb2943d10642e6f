import type { Choice } from '../plan/plan-choices.js';
import type { CellMatrixQuestion, MatrixQuestion, PlanQuestion } from '../plan/plan-question.js';
import type { QuestionnaireState } from './questionnaire-state.js';

/** The choices that are on offer now. */
export function offeredChoices<C extends Choice>(
  state: QuestionnaireState,
  question: PlanQuestion & { choices: C[] },
): C[] {
  return offered(state, question.id, question.choices);
}

export function offeredRows(
  state: QuestionnaireState,
  question: MatrixQuestion | CellMatrixQuestion,
): Choice[] {
  return offered(state, question.id, question.rows);
}

/** Whether a choice or row is shown but cannot be chosen or answered now. */
export function isBarred(state: QuestionnaireState, question: PlanQuestion, { value }: Choice): boolean {
  return state.barred.get(question.id)?.has(String(value)) ?? false;
}

function offered<C extends Choice>(state: QuestionnaireState, key: string, choices: C[]): C[] {
  const withheld = state.withheld.get(key);
  return withheld ? choices.filter(({ value }) => !withheld.has(String(value))) : choices;
}
