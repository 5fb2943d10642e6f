import type { QuestionView } from '../../view/question-view.js';
import { CommentField } from '../../view/text-fields.js';
import type { CommentQuestion } from './comment.plan.js';

export const commentView: QuestionView<CommentQuestion> = { Field: CommentField };
