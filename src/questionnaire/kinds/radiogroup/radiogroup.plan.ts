import type { SingleChoiceQuestion } from '../../plan/choice-questions.js';

/** One of a list, all of it in view. */
export type RadiogroupQuestion = SingleChoiceQuestion<'radiogroup'>;
