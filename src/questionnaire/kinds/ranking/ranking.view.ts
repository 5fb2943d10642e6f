import { offered } from '../../view/offered-choices.js';
import { firstKey, type QuestionView } from '../../view/question-view.js';
import { RankingField } from './ranking.field.js';
import type { RankingQuestion } from './ranking.plan.js';

export const rankingView: QuestionView<RankingQuestion> = {
  Field: RankingField,
  controlKey: (question, _field, page) => firstKey(offered(question.choices, question.order, question, page)),
};
