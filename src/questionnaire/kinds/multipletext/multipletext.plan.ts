import type { LocalizedText } from '../../../common/locale.js';
import type { QuestionBasics, Validator } from '../../plan/question-basics.js';
import type { TextRules } from '../../plan/text-rules.js';

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
