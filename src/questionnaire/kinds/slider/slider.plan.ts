import type { QuestionBasics } from '../../plan/question-basics.js';

/** A number between two others, moved along a line. */
export interface SliderQuestion extends QuestionBasics {
  kind: 'slider';
  min: number;
  max: number;
}
