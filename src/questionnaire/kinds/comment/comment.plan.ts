import type { LocalizedText } from '../../../common/locale.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

/** Several lines of text. */
export interface CommentQuestion extends QuestionBasics {
  kind: 'comment';
  maxLength: number;
  rows: number;
  placeholder: LocalizedText | null;
}
