import type { Choice, ChoiceList } from '../../plan/plan-choices.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

/** Puts a list in order; the answer is the list of values, best first, in whole or as many as were ranked. */
export interface RankingQuestion extends QuestionBasics {
  kind: 'ranking';
  choices: Choice[];
  order: ChoiceList['order'];
  /** True: people may rank only some (SurveyJS' selectToRankEnabled). */
  partial: boolean;
  minSelected: number | null;
  maxSelected: number | null;
}
