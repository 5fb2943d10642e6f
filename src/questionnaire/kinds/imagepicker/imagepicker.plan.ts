import type { ChoiceList, ImageChoice } from '../../plan/plan-choices.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

/** One or several pictures. */
export interface ImagePickerQuestion extends QuestionBasics {
  kind: 'imagepicker';
  choices: ImageChoice[];
  order: ChoiceList['order'];
  multiple: boolean;
  minSelected: number | null;
  maxSelected: number | null;
  /** Whether the texts stand below the pictures, or are only said (WCAG 1.1.1). */
  showTexts: boolean;
}
