import type { AnswerValue } from '../answers.js';

/** What is in one field, or why it cannot be taken; neither, if nothing was filled in. */
export interface Reading<T> {
  value: T | null;
  error: string | null;
}

export const nothing: Reading<never> = { value: null, error: null };

export function taken<T>(value: T): Reading<T> {
  return { value, error: null };
}

export function refused(error: string): Reading<never> {
  return { value: null, error };
}

/** Something to put right, beside the field it is about. */
export interface Fault {
  field: string;
  message: string;
}

/** What became of one question: entries for the answers (the words for „Sonstiges“ are one of their own), and faults. */
export interface ReadAnswer {
  values: [name: string, value: AnswerValue][];
  faults: Fault[];
}
