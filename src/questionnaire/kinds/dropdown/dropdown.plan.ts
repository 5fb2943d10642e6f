import type { SingleChoiceQuestion } from '../../plan/choice-questions.js';

/** One of a list that opens. */
export type DropdownQuestion = SingleChoiceQuestion<'dropdown'>;
