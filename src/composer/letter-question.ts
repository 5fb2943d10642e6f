import { type Problem, problem } from '../common/errors.js';
import { fieldsIn } from './double-braces.js';

/** One question that a letter asks itself: each answer is a link that opens the questionnaire with it chosen. */
export interface LetterQuestion {
  name: string;
  title: string;
  /** Words at the ends of a scale. */
  ends: string | null;
  /** Whether the answers are a scale, and stand in one line. */
  isScale: boolean;
  choices: readonly { value: string; text: string }[];
}

/** Questions a letter may ask, by name, in its language. */
export type LetterQuestions = ReadonlyMap<string, LetterQuestion>;

const PREFIX = 'question:';
const LINE = /^\{\{([^{}]*)\}\}$/;

/** Whether a field between braces names a question. */
export function isQuestionField(field: string): boolean {
  return /^question:\s*\S/.test(field);
}

/** What is wrong with where a text puts questions; which questions there are is not known here. */
export function questionPlaceProblems(body: string): Problem[] {
  const all = namesIn(body);
  const alone = body.split('\n').filter((line) => questionNamed(line) !== null);
  return [
    ...(all.length > 1 ? [problem('body', 'letter.two_questions')] : []),
    ...(all.length > alone.length ? [problem('body', 'letter.question_within_line')] : []),
  ];
}

/** What is wrong with the questions a text names, for a letter whose survey is known. */
export function questionProblems(body: string, questions: LetterQuestions): Problem[] {
  return namesIn(body)
    .filter((name) => !questions.has(name))
    .map((name) => {
      const field = `{{question:${name}}}`;
      if (questions.size === 0) return problem('body', 'letter.no_question', { field });
      const possible = [...questions.keys()].map((known) => `{{question:${known}}}`).join(', ');
      return problem('body', 'letter.unknown_question', { field, possible });
    });
}

/** The question a line of text stands for; null for any other line. */
export function questionNamed(line: string): string | null {
  const field = LINE.exec(line.trim())?.[1];
  return field === undefined ? null : nameIn(field.trim());
}

function namesIn(body: string): string[] {
  return fieldsIn(body).flatMap((field) => nameIn(field) ?? []);
}

/** The question that a field names; null for other fields. */
function nameIn(field: string): string | null {
  return field.startsWith(PREFIX) ? field.slice(PREFIX.length).trim() : null;
}

/** What follows the personal link for one answer; the page shows it chosen and stores nothing. */
export function answerQuery({ name }: LetterQuestion, value: string, locale: string): string {
  return `?${new URLSearchParams({ [`q.${name}`]: value, lang: locale }).toString()}`;
}
