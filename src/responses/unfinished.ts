import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import type { Answers } from '../questionnaire/answers/answers.js';

/** A page that was left, backwards or for good, while something on it was wrong, as it was typed: that loses nothing. */
export interface Unfinished {
  /** From 0. */
  page: number;
  form: AnswerForm;
}

/** No question can be called this: SurveyJS has no names with spaces at their beginning. */
const UNFINISHED = ' unfinished';

/** What a form carries along where nothing is kept before the end: the answers of its other pages. */
export function carriedJson(answers: Answers, unfinished: Unfinished | null): string {
  return JSON.stringify(unfinished === null ? answers : { ...answers, [UNFINISHED]: unfinished });
}

/** What came back of it: anything may have been sent, and nothing of it has been checked. */
export function readCarried(json: string | null): { answers: unknown; unfinished: Unfinished | null } {
  const carried = parsed(json ?? '{}');
  if (typeof carried !== 'object' || carried === null) return { answers: {}, unfinished: null };
  const { [UNFINISHED]: unfinished, ...answers } = carried as Record<string, unknown>;
  return { answers, unfinished: isUnfinished(unfinished) ? unfinished : null };
}

/** The fields of questions in a form, without what steers it. */
export function typedFields(form: AnswerForm): AnswerForm {
  return Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith('q.')));
}

function isUnfinished(value: unknown): value is Unfinished {
  if (typeof value !== 'object' || value === null) return false;
  const { page, form } = value as Partial<Record<keyof Unfinished, unknown>>;
  if (!Number.isInteger(page) || typeof form !== 'object' || form === null) return false;
  return Object.values(form).every(
    (field) =>
      typeof field === 'string' || (Array.isArray(field) && field.every((one) => typeof one === 'string')),
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return {};
  }
}
