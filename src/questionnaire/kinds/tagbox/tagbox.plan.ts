import type { MultipleChoiceQuestion } from '../../plan/choice-questions.js';

/** The same as `checkbox` in less room. */
export type TagboxQuestion = MultipleChoiceQuestion<'tagbox'>;
