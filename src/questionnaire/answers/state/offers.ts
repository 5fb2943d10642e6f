import type { Choice } from '../../plan/plan-choices.js';
import type { ElementStates } from './element-states.js';

/** The choices that are on offer now. */
export function offeredChoices<C extends Choice>(
  state: ElementStates,
  question: { id: string; choices: C[] },
): C[] {
  return offered(state, question.id, question.choices);
}

export function offeredRows(state: ElementStates, question: { id: string; rows: Choice[] }): Choice[] {
  return offered(state, question.id, question.rows);
}

/** Whether a choice or row is shown but cannot be chosen or answered now. */
export function isUnavailable(state: ElementStates, question: { id: string }, { value }: Choice): boolean {
  return state.unavailable.get(question.id)?.has(String(value)) ?? false;
}

function offered<C extends Choice>(state: ElementStates, key: string, choices: C[]): C[] {
  const withheld = state.withheld.get(key);
  return withheld ? choices.filter(({ value }) => !withheld.has(String(value))) : choices;
}
