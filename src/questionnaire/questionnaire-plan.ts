import type { LocalizedText } from '../common/locale.js';

/**
 * A published questionnaire, compiled once from SurveyJS JSON and kept as plain JSON with its version:
 * everything the pages, the checks and the exports need, and nothing that has to be interpreted again.
 */
export interface QuestionnairePlan {
  /** Shape of this plan; raised when stored plans have to be compiled anew. */
  format: 1;
  /** Language (BCP 47) of texts that were given without one. */
  language: string;
  title: LocalizedText | null;
  description: LocalizedText | null;
  /** What people read after submitting; paragraphs are parted by blank lines. */
  completedText: LocalizedText | null;
  pages: PlanPage[];
  /** Whole minutes, at least 1; see estimate-minutes.ts for the rule of thumb. */
  estimatedMinutes: number;
}

export interface PlanPage {
  title: LocalizedText | null;
  description: LocalizedText | null;
  elements: PlanElement[];
}

export type PlanElement = PlanNote | PlanQuestion;

/** Text between questions: SurveyJS' `html` reduced to its text, or the heading of a panel. */
export interface PlanNote {
  kind: 'note';
  title: LocalizedText | null;
  text: LocalizedText | null;
}

export type PlanQuestion =
  | TextQuestion
  | CommentQuestion
  | SingleChoiceQuestion
  | CheckboxQuestion
  | BooleanQuestion
  | RatingQuestion
  | MatrixQuestion;

export interface QuestionBasics {
  /** Key of the answer in stored responses and exports. */
  name: string;
  title: LocalizedText;
  description: LocalizedText | null;
  required: boolean;
  /** The survey's own words for a missing answer. */
  requiredText: LocalizedText | null;
}

export const inputTypes = ['text', 'email', 'number', 'date', 'time', 'tel', 'url'] as const;
export type InputType = (typeof inputTypes)[number];

/** One line of text. Bounds are numbers for `number`, `2027-11-12` for `date`, `09:30` for `time`. */
export interface TextQuestion extends QuestionBasics {
  kind: 'text';
  inputType: InputType;
  /** In characters (code points). */
  maxLength: number;
  min: number | string | null;
  max: number | string | null;
  step: number | null;
  placeholder: LocalizedText | null;
  /** Autofill token of HTML, for example `email` (WCAG 1.3.5). */
  autocomplete: string | null;
}

/** Several lines of text. */
export interface CommentQuestion extends QuestionBasics {
  kind: 'comment';
  maxLength: number;
  rows: number;
  placeholder: LocalizedText | null;
}

/** A value people can choose. The type of the value is kept in the answer. */
export interface Choice {
  value: string | number;
  text: LocalizedText;
}

/** „Sonstiges“: the answer holds the value `other`, the words stand beside it under `<name>-Comment`. */
export interface OtherChoice {
  text: LocalizedText;
  placeholder: LocalizedText | null;
  missingText: LocalizedText | null;
  maxLength: number;
}

/** What is common to all questions with a list of choices. */
export interface ChoiceList {
  choices: Choice[];
  /** `asc` and `desc` sort by text in the language of the page. */
  order: 'none' | 'asc' | 'desc';
  other: OtherChoice | null;
  /** Text of the choice whose value is `none`. */
  none: LocalizedText | null;
}

/** Exactly one of a list. */
export interface SingleChoiceQuestion extends QuestionBasics, ChoiceList {
  kind: 'radiogroup' | 'dropdown';
  placeholder: LocalizedText | null;
}

/** Any number of a list, within bounds. */
export interface CheckboxQuestion extends QuestionBasics, ChoiceList {
  kind: 'checkbox';
  minSelected: number | null;
  maxSelected: number | null;
}

export interface BooleanQuestion extends QuestionBasics {
  kind: 'boolean';
  labelTrue: LocalizedText | null;
  labelFalse: LocalizedText | null;
}

/** A scale of numbers with words at both ends. */
export interface RatingQuestion extends QuestionBasics {
  kind: 'rating';
  values: { value: number; text: LocalizedText | null }[];
  minText: LocalizedText | null;
  maxText: LocalizedText | null;
}

/** One choice per row out of the same columns; the answer is an object from row to column value. */
export interface MatrixQuestion extends QuestionBasics {
  kind: 'matrix';
  columns: Choice[];
  rows: Choice[];
  /** True: no row may be left out. `required` alone asks for at least one row. */
  everyRowRequired: boolean;
}

/** What one question can be answered with, in the shape SurveyJS gives its results. */
export type AnswerValue = string | number | boolean | (string | number)[] | Record<string, string | number>;

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

export function isQuestion(element: PlanElement): element is PlanQuestion {
  return element.kind !== 'note';
}

/** All questions in the order people meet them. */
export function questionsOf(plan: Pick<QuestionnairePlan, 'pages'>): PlanQuestion[] {
  return plan.pages.flatMap((page) => page.elements.filter(isQuestion));
}

/** The other-choice of a question that has one. */
export function otherChoiceOf(question: PlanQuestion): OtherChoice | null {
  return 'other' in question ? question.other : null;
}
