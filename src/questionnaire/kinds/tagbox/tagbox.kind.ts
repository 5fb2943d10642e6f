import { multipleChoiceKind } from '../choice-kinds.js';
import type { QuestionKind } from '../question-kind.js';
import type { TagboxQuestion } from './tagbox.plan.js';

export const tagboxKind: QuestionKind<TagboxQuestion> = {
  ...multipleChoiceKind,
  // A list to search.
  isEased: () => true,
};
