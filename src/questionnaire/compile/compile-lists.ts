import {
  choiceListProperties,
  compileChoiceList,
  compileSimpleChoices,
  simpleChoiceProperties,
} from './compile-choices.js';
import { standardTexts } from './compile-special-choices.js';
import type { JsonNode } from './questionnaire-json.js';
import type { MultipleChoiceQuestion } from '../plan/choice-questions.js';
import type { QuestionBasics } from '../plan/question-basics.js';
import type { RankingQuestion } from '../kinds/ranking/ranking.plan.js';

/** Value of SurveyJS' box that chooses everything. */
const ALL = 'all';

const selectionBounds = ['minSelectedChoices', 'maxSelectedChoices'];
export const multipleChoiceProperties = [
  ...[...choiceListProperties, ...selectionBounds, 'showSelectAllItem', 'selectAllText'],
];
export const rankingProperties = [...simpleChoiceProperties, ...selectionBounds, 'selectToRankEnabled'];

export function compileMultipleChoice<Kind extends MultipleChoiceQuestion['kind']>(
  node: JsonNode,
  basics: QuestionBasics,
  kind: Kind,
  otherMaxLength: number | null,
): MultipleChoiceQuestion & { kind: Kind } {
  const selectAll = node.flag('showSelectAllItem')
    ? (node.text('selectAllText') ?? standardTexts.selectAll)
    : null;
  const list = compileChoiceList(node, otherMaxLength, selectAll ? [ALL] : []);
  const bounds = compileBounds(node, list.choices.length + (list.other ? 1 : 0));
  return { kind, ...basics, ...list, ...bounds, selectAll };
}

export function compileRanking(node: JsonNode, basics: QuestionBasics): RankingQuestion {
  const list = compileSimpleChoices(node);
  const partial = node.flag('selectToRankEnabled');
  const bounds = compileBounds(node, list.choices.length);
  if (!partial) {
    selectionBounds
      .filter((name) => node.count(name) !== null)
      .forEach((name) => node.note(name, 'questionnaire.only_with', { property: 'selectToRankEnabled' }));
  }
  return { kind: 'ranking', ...basics, ...list, partial, ...bounds };
}

function compileBounds(node: JsonNode, available: number) {
  const minSelected = node.count('minSelectedChoices');
  const maxSelected = node.count('maxSelectedChoices');
  if ((minSelected ?? 0) > Math.min(maxSelected ?? available, available))
    node.note('minSelectedChoices', 'questionnaire.asks_for_too_many');
  return { minSelected, maxSelected };
}
