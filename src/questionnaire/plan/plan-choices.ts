import type { LocalizedText } from '../../common/locale.js';
import type { Expression } from '../expressions/expression.js';

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

export interface ImageChoice extends Choice {
  /** Path on this server, `/images/<hash>`; what it shows is said by `text`. */
  image: string;
}

/** The other-choice of a question that has one. */
export function otherChoiceOf(question: object): OtherChoice | null {
  return (question as { other?: OtherChoice | null }).other ?? null;
}

/** Whether everybody is shown it and can answer it. */
export function isUnconditional({ visibleIf, enableIf }: Pick<Choice, 'visibleIf' | 'enableIf'>): boolean {
  return visibleIf === null && enableIf === null;
}
