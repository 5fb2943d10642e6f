import type { QuestionView } from '../../view/question-view.js';
import { OutputField } from './expression.field.js';
import type { ExpressionQuestion } from './expression.plan.js';

export const expressionView: QuestionView<ExpressionQuestion> = { Field: OutputField };
