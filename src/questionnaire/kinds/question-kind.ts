import type { Locale, LocalizedText } from '../../common/locale.js';
import type { AnswerForm, Fields } from '../answers/read/answer-fields.js';
import type { AnswerMessages } from '../answers/answer-messages.js';
import type { AnswerPlace } from '../answers/show/answer-places.js';
import type { Checking } from '../answers/check/checking.js';
import type { ElementStates } from '../answers/state/element-states.js';
import type { Fault, ReadAnswer } from '../answers/read/reading.js';
import type { Reading } from '../browser/browser-readings.js';
import type { ValidatorKind } from '../compile/compile-validators.js';
import type { JsonNode } from '../compile/questionnaire-json.js';
import type { TextLimits } from '../compile/text-limits.js';
import type { Choice } from '../plan/plan-choices.js';
import type { QuestionEditor } from './question-editor.js';
import type { KindId } from './kind-offer.js';
import type { QuestionBasics } from '../plan/question-basics.js';

/** A question of a kind that need not be known. */
export interface AnyQuestion extends QuestionBasics {
  kind: string;
}

/** How an answer is made: one value, a list of values, a list in order, by row or by named part. */
export type Shape = 'one' | 'many' | 'ranking' | 'rows' | 'parts';

/** Links that answer a question in a letter. */
export interface LetterChoices {
  /** What the ends of a scale mean. */
  ends: string | null;
  isScale: boolean;
  choices: { value: string; text: string }[];
}

/** How much a form may bring: number of fields, and characters of what is typed. */
export interface Room {
  fields: number;
  characters: number;
}

/** Options that can come and go on an open page, and where the one at an index is found: a CSS selector. */
export interface BrowserOptions {
  options: readonly Choice[];
  selector: (index: number) => string;
}

/**
 * All that is particular about one kind of question, found through `registry.ts`. What is optional has a
 * default that fits a question with one field, no choices and no parts.
 */
export interface QuestionKind<Question extends AnyQuestion> {
  /** Of SurveyJS, besides those that all questions have; others are refused. */
  properties: readonly string[];

  /** Checks that can be asked for; default: expressions. */
  validators?: readonly ValidatorKind[];

  /** Compiles SurveyJS JSON; what cannot be used is noted on the node. */
  compile(node: JsonNode, basics: QuestionBasics, limits: TextLimits): Question;

  /** True: two answers are equal only in the same order. */
  isOrdered?: true;

  /** What can stand behind the name and a dot in conditions and texts, read from JSON that may be malformed. */
  partNames?(json: Readonly<Record<string, unknown>>): string[];

  shape(question: Question): Shape;

  /** True: the answer is calculated and never typed, so that nothing can be required of it. */
  isCalculated?: true;

  /** What staff are offered and asked when they make such a question. */
  editor: QuestionEditor;

  /** What staff call a question with these settings; default: the kind. */
  variant?(question: Question): KindId;

  /** The question as a letter can ask it, with a link for each answer; null or left out: it cannot. */
  inLetter?(question: Question, locale: Locale): LetterChoices | null;

  /**
   * Reads what was posted. Nothing that comes in is trusted: values have to be among the choices, texts are
   * cleaned of control characters. Whether an answer is needed, or within its bounds, is asked later.
   */
  read(question: Question, form: AnswerForm, locale: Locale): ReadAnswer;

  /** The fields that would have been posted to give this answer, the inverse of `read`; default: one field. */
  form?(question: Question, answer: unknown, locale: Locale): Fields;

  /** What people are told where an answer is missing and the survey has no words of its own for it. */
  missing(question: Question, messages: AnswerMessages): string;

  /** What is wrong within an answer that could be read; default: „Sonstiges“ without its words. */
  faults?(question: Question, value: unknown, checking: Checking): Fault[];

  /** Whether parts need an answer though the whole does not say so. */
  isNeededInPart?(question: Question): boolean;

  /** Too few or too many of a list, empty if nothing was chosen. */
  countError?(question: Question, chosen: readonly unknown[], checking: Checking): string | null;

  /** The answer in words; `values` are those of all questions. */
  display(question: Question, answer: unknown, locale: Locale, values: ElementStates['values']): string;

  /** One part of an answer in words, `within` as in `{name.within}`; default: there are no parts. */
  displayPart?(
    question: Question,
    answer: Readonly<Record<string, unknown>>,
    within: string,
    locale: Locale,
  ): string;

  /** Columns of exports; default: one, and one for the words of „Sonstiges“. */
  columns?(question: Question): AnswerPlace[];

  /** Choices or rows that may have conditions. */
  options?(question: Question): Choice[];

  /** Texts to read besides title and description. */
  texts?(question: Question): (LocalizedText | null)[];

  /** Seconds it takes to decide and act, reading apart. */
  seconds(question: Question): number;

  /** Without the words for „Sonstiges“; default: two fields and nothing typed. */
  room?(question: Question): Room;

  /** What is asked for besides the question's words. */
  hint?(question: Question, locale: Locale): string | null;

  /** How the script of a page reads the answer out of the form. */
  reading(question: Question): Reading;

  /** `id` is that of the question as part of ids in HTML; default: `options`, each with its own control. */
  browserOptions?(question: Question, id: string): BrowserOptions[];

  /** Whether a script makes it easier to answer. */
  isEnhanced?(question: Question): boolean;
}
