import type { QuestionView } from '../../view/question-view.js';
import { TextField } from '../../view/text-fields.js';
import type { TextQuestion } from './text.plan.js';

export const textView: QuestionView<TextQuestion> = { Field: TextField };
