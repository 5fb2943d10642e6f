import type { LocalizedText } from '../common/locale.js';
import type { Expression } from './expression.js';

/**
 * A published questionnaire, compiled once from SurveyJS JSON and kept as plain JSON with its version:
 * everything the pages, the checks and the exports need, and nothing that has to be interpreted again.
 */
export interface QuestionnairePlan {
  /** Shape of this plan; raised when stored plans have to be compiled anew. */
  format: 2;
  /** Language (BCP 47) of texts that were given without one. */
  language: string;
  title: LocalizedText | null;
  description: LocalizedText | null;
  /** What people read after submitting; paragraphs are parted by blank lines. */
  completedText: LocalizedText | null;
  /** Other words instead of `completedText`: the first whose condition holds. */
  completedTextsIf: { when: Expression; text: LocalizedText }[];
  pages: PlanPage[];
  /** Values that are worked out from answers, in the order of the questionnaire. */
  calculated: CalculatedValue[];
  triggers: PlanTrigger[];
  /** Whole minutes, at least 1; see estimate-minutes.ts for the rule of thumb. */
  estimatedMinutes: number;
}

/** When an element is there, can be answered and must be; null: always, always, as `required` says. */
export interface Conditions {
  visibleIf: Expression | null;
  enableIf: Expression | null;
  requiredIf: Expression | null;
}

/** What pages, panels, notes and questions have in common. */
export interface ElementBasics extends Conditions {
  /** Place in the plan, for example `1.0.2`: the third element of the first element of the second page. */
  id: string;
}

export interface PlanPage extends ElementBasics {
  /** Empty where the questionnaire gives none; a trigger may name a page's first question. */
  name: string;
  title: LocalizedText | null;
  description: LocalizedText | null;
  /** At least one question of the page must be answered. */
  required: boolean;
  requiredText: LocalizedText | null;
  /** `random`: in an order that is the same for one person at every visit. */
  order: 'initial' | 'random';
  elements: PlanElement[];
}

export type PlanElement = PlanNote | PlanPanel | PlanQuestion;

/** Text between questions: SurveyJS' `html` reduced to its text. */
export interface PlanNote extends ElementBasics {
  kind: 'note';
  name: string;
  text: LocalizedText | null;
}

/** Questions that belong together, under a heading; panels may hold panels. */
export interface PlanPanel extends ElementBasics {
  kind: 'panel';
  name: string;
  title: LocalizedText | null;
  text: LocalizedText | null;
  /** At least one question in it must be answered. */
  required: boolean;
  requiredText: LocalizedText | null;
  order: 'initial' | 'random';
  elements: PlanElement[];
}

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

/** A value people can choose. The type of the value is kept in the answer. */
export interface Choice {
  value: string | number;
  text: LocalizedText;
  visibleIf: Expression | null;
  enableIf: Expression | null;
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
  /** `asc` and `desc` sort by text in the language of the page; `random` is stable for one person. */
  order: 'none' | 'asc' | 'desc' | 'random';
  other: OtherChoice | null;
  /** Text of the choice whose value is `none`. */
  none: LocalizedText | null;
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

export interface ImageChoice extends Choice {
  /** Path on this server, `/images/<hash>`; what it shows is said by `text`. */
  image: string;
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

export interface CalculatedValue {
  name: string;
  expression: Expression;
  /** Whether it is stored with the answers (SurveyJS' includeIntoResult). */
  kept: boolean;
}

/**
 * What happens when a page is left for the next one and the condition holds: `complete` ends the
 * questionnaire for people it is not meant for (they are screened out), `skip` leads to the page of a
 * question further on.
 */
export type PlanTrigger =
  { kind: 'complete'; when: Expression } | { kind: 'skip'; when: Expression; toPage: number };

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

export function isQuestion(element: PlanElement): element is PlanQuestion {
  return element.kind !== 'note' && element.kind !== 'panel';
}

/** The questions of a page or panel, those within panels included, in the order of the questionnaire. */
export function questionsWithin({ elements }: { elements: readonly PlanElement[] }): PlanQuestion[] {
  return elements.flatMap((element) => {
    if (element.kind === 'panel') return questionsWithin(element);
    return isQuestion(element) ? [element] : [];
  });
}

/** All questions in the order people meet them. */
export function questionsOf(plan: Pick<QuestionnairePlan, 'pages'>): PlanQuestion[] {
  return plan.pages.flatMap(questionsWithin);
}

/** The other-choice of a question that has one. */
export function otherChoiceOf(question: PlanQuestion): OtherChoice | null {
  return 'other' in question ? question.other : null;
}
