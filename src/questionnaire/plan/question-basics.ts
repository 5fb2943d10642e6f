import type { LocalizedText } from '../../common/locale.js';
import type { Expression } from '../expressions/expression.js';
import type { ElementBasics } from './element-basics.js';

/** What every question has, of whatever kind. */
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

/** A check in addition to those of its type; `text` are the survey's own words for what is wrong. */
export type Validator = { text: LocalizedText | null } & (
  | { kind: 'numeric'; min: number | null; max: number | null }
  | { kind: 'text'; minLength: number | null; maxLength: number | null; allowDigits: boolean }
  | { kind: 'answercount'; min: number | null; max: number | null }
  /** A regular expression that RE2 can run, so that no answer takes for ever to check. */
  | { kind: 'regex'; pattern: string; caseInsensitive: boolean }
  | { kind: 'email' }
  | { kind: 'expression'; expression: Expression }
);
