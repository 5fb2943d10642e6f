import type { LocalizedText } from '../../../common/locale.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

/** A scale of numbers with words at both ends. */
export interface RatingQuestion extends QuestionBasics {
  kind: 'rating';
  values: { value: number; text: LocalizedText | null }[];
  minText: LocalizedText | null;
  maxText: LocalizedText | null;
  look: 'numbers' | 'stars' | 'smileys';
}
