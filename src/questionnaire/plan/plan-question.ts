import type { LocalizedText } from '../../common/locale.js';
import type { ElementBasics } from './element-basics.js';
import type { Expression } from '../expressions/expression.js';
import type { Choice, ChoiceList, ImageChoice, OtherChoice } from './plan-choices.js';

/** What people are asked; told apart by `kind`. */
export type PlanQuestion =
  | TextQuestion
  | CommentQuestion
  | SingleChoiceQuestion
  | MultipleChoiceQuestion
  | ImagePickerQuestion
  | RankingQuestion
  | BooleanQuestion
  | RatingQuestion
  | MatrixQuestion
  | CellMatrixQuestion
  | MultipleTextQuestion
  | ExpressionQuestion;

export interface QuestionBasics extends ElementBasics {
  /** Key of the answer in stored responses and exports. */
  name: string;
  title: LocalizedText;
  description: LocalizedText | null;
  required: boolean;
  /** The survey's own words for a missing answer. */
  requiredText: LocalizedText | null;
  validators: Validator[];
}

/** A check beside those that a type brings; `text` are the survey's own words for what is wrong. */
export type Validator = { text: LocalizedText | null } & (
  | { kind: 'numeric'; min: number | null; max: number | null }
  | { kind: 'text'; minLength: number | null; maxLength: number | null; allowDigits: boolean }
  | { kind: 'answercount'; min: number | null; max: number | null }
  /** A regular expression that RE2 can run, so that no answer takes for ever to check. */
  | { kind: 'regex'; pattern: string; caseInsensitive: boolean }
  | { kind: 'email' }
  | { kind: 'expression'; expression: Expression }
);

export const inputTypes = ['text', 'email', 'number', 'date', 'time', 'tel', 'url'] as const;
export type InputType = (typeof inputTypes)[number];

/** What one line of text may hold. Bounds are numbers for `number`, `2027-11-12` for `date`, `09:30` for `time`. */
export interface TextRules {
  inputType: InputType;
  /** In characters (code points). */
  maxLength: number;
  min: number | string | null;
  max: number | string | null;
  /** Bounds that are worked out from answers; they go before `min` and `max`. */
  minIf: Expression | null;
  maxIf: Expression | null;
  step: number | null;
  placeholder: LocalizedText | null;
  /** Autofill token of HTML, for example `email` (WCAG 1.3.5). */
  autocomplete: string | null;
}

/** One line of text. */
export interface TextQuestion extends QuestionBasics, TextRules {
  kind: 'text';
}

/** Several lines of text. */
export interface CommentQuestion extends QuestionBasics {
  kind: 'comment';
  maxLength: number;
  rows: number;
  placeholder: LocalizedText | null;
}

/** Exactly one of a list. */
export interface SingleChoiceQuestion extends QuestionBasics, ChoiceList {
  kind: 'radiogroup' | 'dropdown';
  placeholder: LocalizedText | null;
}

/** Any number of a list, within bounds. `tagbox` is the same question in less room. */
export interface MultipleChoiceQuestion extends QuestionBasics, ChoiceList {
  kind: 'checkbox' | 'tagbox';
  minSelected: number | null;
  maxSelected: number | null;
  /** Text of the box that chooses everything; needs a script, and is never part of an answer. */
  selectAll: LocalizedText | null;
}

/** One or several pictures. */
export interface ImagePickerQuestion extends QuestionBasics {
  kind: 'imagepicker';
  choices: ImageChoice[];
  order: ChoiceList['order'];
  multiple: boolean;
  minSelected: number | null;
  maxSelected: number | null;
  /** Whether the texts stand below the pictures, or are only said (WCAG 1.1.1). */
  showTexts: boolean;
}

/** Puts a list in order; the answer is the list of values, best first, in whole or as many as were ranked. */
export interface RankingQuestion extends QuestionBasics {
  kind: 'ranking';
  choices: Choice[];
  order: ChoiceList['order'];
  /** True: people may rank only some (SurveyJS' selectToRankEnabled). */
  partial: boolean;
  minSelected: number | null;
  maxSelected: number | null;
}

export interface BooleanQuestion extends QuestionBasics {
  kind: 'boolean';
  labelTrue: LocalizedText | null;
  labelFalse: LocalizedText | null;
  /** What is stored for yes and no. */
  valueTrue: string | number | boolean;
  valueFalse: string | number | boolean;
  /** One box to tick, as for consent: not ticked is no answer. */
  look: 'radio' | 'checkbox';
}

/** A scale of numbers with words at both ends. */
export interface RatingQuestion extends QuestionBasics {
  kind: 'rating';
  values: { value: number; text: LocalizedText | null }[];
  minText: LocalizedText | null;
  maxText: LocalizedText | null;
  look: 'numbers' | 'stars' | 'smileys';
}

/** One choice per row out of the same columns; the answer is an object from row to column value. */
export interface MatrixQuestion extends QuestionBasics {
  kind: 'matrix';
  columns: Choice[];
  rows: Choice[];
  rowOrder: 'initial' | 'random';
  /** True: no row may be left out. `required` alone asks for at least one row. */
  everyRowRequired: boolean;
  /** True: no column may be chosen twice. */
  eachColumnOnce: boolean;
}

/** Rows of cells: the answer is an object from row to an object from column name to the cell's answer. */
export interface CellMatrixQuestion extends QuestionBasics {
  kind: 'matrixdropdown';
  rows: Choice[];
  rowOrder: 'initial' | 'random';
  columns: CellColumn[];
}

export interface CellBasics {
  name: string;
  title: LocalizedText;
  required: boolean;
  requiredText: LocalizedText | null;
  validators: Validator[];
}

/** One column of cells, each a small question of its own. */
export type CellColumn =
  | (CellBasics & {
      kind: 'dropdown' | 'radiogroup' | 'checkbox';
      choices: Choice[];
      order: ChoiceList['order'];
    })
  | (CellBasics & { kind: 'boolean'; labelTrue: LocalizedText | null; labelFalse: LocalizedText | null })
  | (CellBasics & { kind: 'rating'; values: RatingQuestion['values'] })
  | (CellBasics & { kind: 'comment'; maxLength: number })
  | (CellBasics & { kind: 'text' } & TextRules);

/** Several lines of text under one title; the answer is an object from item name to text or number. */
export interface MultipleTextQuestion extends QuestionBasics {
  kind: 'multipletext';
  items: TextItem[];
}

export interface TextItem extends TextRules {
  name: string;
  title: LocalizedText;
  required: boolean;
  requiredText: LocalizedText | null;
  validators: Validator[];
}

/** A value that is worked out and shown; stored as an answer, never typed. */
export interface ExpressionQuestion extends QuestionBasics {
  kind: 'expression';
  expression: Expression;
  format: LocalizedText | null;
  display: 'none' | 'decimal' | 'percent' | 'date' | 'currency';
  currency: string;
  /** −1: as many as the locale has. */
  maximumFractionDigits: number;
  minimumFractionDigits: number;
}

/** The other-choice of a question that has one. */
export function otherChoiceOf(question: PlanQuestion): OtherChoice | null {
  return 'other' in question ? question.other : null;
}
