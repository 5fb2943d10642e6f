import type { LocalizedText } from '../../common/locale.js';
import type { LssAttributes } from './lss-attributes.js';

/** A survey of LimeSurvey, both layouts of the file alike. Texts are HTML in our languages. */
export interface LssSurvey {
  title: LocalizedText;
  description: LocalizedText;
  welcome: LocalizedText;
  end: LocalizedText;
  endLink: LocalizedText;
  policyNotice: LocalizedText;
  /** `G` a page per group, `S` per question, `A` all on one; `I` as the installation says. */
  format: string;
  hasAssessments: boolean;
  quotaNames: readonly string[];
  groups: readonly LssGroup[];
}

export interface LssGroup {
  id: string;
  title: LocalizedText;
  description: LocalizedText;
  relevance: string;
  randomizationGroup: string;
  questions: readonly LssQuestion[];
}

export interface LssQuestion {
  id: string;
  code: string;
  /** LimeSurvey's letter, for example `L` for a list. */
  type: string;
  text: LocalizedText;
  help: LocalizedText;
  /** `Y`, `N`, or `S` for „soft“: asked for, but may be passed over. */
  mandatory: string;
  hasOther: boolean;
  relevance: string;
  pattern: string;
  hasDefault: boolean;
  attributes: LssAttributes;
  subquestions: readonly LssItem[];
  answers: readonly LssItem[];
  conditions: readonly LssCondition[];
}

/** A subquestion or an answer. */
export interface LssItem {
  /** Of a subquestion; empty for an answer. */
  id: string;
  code: string;
  /** Which of a question's two scales or axes it belongs to. */
  scale: '0' | '1';
  text: LocalizedText;
  relevance: string;
}

/** One row of the old conditions, from before LimeSurvey had expressions. */
export interface LssCondition {
  scenario: string;
  /** Question that is looked at. */
  question: string;
  field: string;
  method: string;
  value: string;
}

export function itemsOf(items: readonly LssItem[], scale: LssItem['scale']): LssItem[] {
  return items.filter((item) => item.scale === scale);
}
