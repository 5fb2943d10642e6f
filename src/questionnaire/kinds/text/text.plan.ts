import type { QuestionBasics } from '../../plan/question-basics.js';
import type { TextRules } from '../../plan/text-rules.js';

/** One line of text. */
export interface TextQuestion extends QuestionBasics, TextRules {
  kind: 'text';
}
