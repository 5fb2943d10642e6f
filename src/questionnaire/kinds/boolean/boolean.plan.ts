import type { LocalizedText } from '../../../common/locale.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

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
