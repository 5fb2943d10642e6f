import type { AnswerValue } from './questionnaire-plan.js';

/** What became of one question: entries for the answers (the words for „Sonstiges“ are one of their own), and errors. */
export interface CheckedAnswer {
  values: [name: string, value: AnswerValue][];
  errors: { field: string; message: string }[];
}

export const unanswered: CheckedAnswer = { values: [], errors: [] };

export function answered(name: string, value: AnswerValue): CheckedAnswer {
  return { values: [[name, value]], errors: [] };
}

export function refused(field: string, message: string): CheckedAnswer {
  return { values: [], errors: [{ field, message }] };
}
