import type { MultipleChoiceQuestion } from '../../plan/choice-questions.js';

/** Any number of a list, all of it in view. */
export type CheckboxQuestion = MultipleChoiceQuestion<'checkbox'>;
