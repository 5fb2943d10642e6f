import type { QuestionView } from '../../view/question-view.js';
import { RatingField } from './rating.field.js';
import type { RatingQuestion } from './rating.plan.js';

export const ratingView: QuestionView<RatingQuestion> = { Field: RatingField, controlKey: () => '0' };
