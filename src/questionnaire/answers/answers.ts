/** The answer of one cell, item or simple question. */
export type SimpleAnswer = string | number | boolean | (string | number)[];

/** What one question can be answered with, in the shape SurveyJS gives its results. */
export type AnswerValue =
  SimpleAnswer | Record<string, string | number> | Record<string, Record<string, SimpleAnswer>>;

/** Answers by question name; unanswered questions are absent. */
export type Answers = Record<string, AnswerValue>;

/** Value of the choice „Sonstiges“, as SurveyJS has it. */
export const OTHER = 'other';
/** Value of the choice „Nichts davon“, as SurveyJS has it. */
export const NONE = 'none';

/** Where the words for „Sonstiges“ are kept. */
export function commentName(questionName: string): string {
  return `${questionName}-Comment`;
}
