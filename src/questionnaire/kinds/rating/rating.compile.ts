import { compileItems } from '../../compile/compile-choices.js';
import type { JsonNode } from '../../compile/questionnaire-json.js';
import type { QuestionBasics } from '../../plan/question-basics.js';
import type { RatingQuestion } from './rating.plan.js';

/** More do not fit in a row that a thumb can use; survey-core stops at 20 as well. */
const MAX_VALUES = 20;
/** Nor can more faces be told apart. */
const MAX_SMILEYS = 10;

/** Of a scale in a cell. */
export const scaleProperties = ['rateCount', 'rateMin', 'rateMax', 'rateStep', 'rateValues', 'autoGenerate'];
export const ratingProperties = [
  ...[...scaleProperties, 'minRateDescription', 'maxRateDescription', 'rateType'],
];

const looks = { labels: 'numbers', stars: 'stars', smileys: 'smileys' } as const;

export function compileRating(node: JsonNode, basics: QuestionBasics): RatingQuestion {
  const values = compileScale(node);
  const type = node.oneOf('rateType', ['labels', 'stars', 'smileys'], 'labels');
  if (type === 'smileys' && values.length > MAX_SMILEYS)
    node.note('rateType', 'questionnaire.too_many_smileys', { most: MAX_SMILEYS, values: values.length });
  return {
    kind: 'rating',
    ...basics,
    values,
    minText: node.text('minRateDescription'),
    maxText: node.text('maxRateDescription'),
    look: looks[type],
  };
}

/**
 * A scale of numbers, given either as `rateValues` or by `rateMin`, `rateMax`, `rateStep` and
 * `rateCount` (two of them suffice; SurveyJS' own defaults are 1 to 5 by 1).
 */
export function compileScale(node: JsonNode): RatingQuestion['values'] {
  const listed = node.value('autoGenerate') !== true && (node.list('rateValues') ?? []).length > 0;
  return listed ? listedValues(node) : countedValues(node);
}

function listedValues(node: JsonNode): RatingQuestion['values'] {
  const given = node.list('rateValues') ?? [];
  return compileItems(node, 'rateValues').flatMap(({ value, text }, index) => {
    if (typeof value !== 'number') {
      node.note(`rateValues[${index}]`, 'questionnaire.scale_of_words');
      return [];
    }
    return [{ value, text: typeof given[index] === 'number' ? null : text }];
  });
}

function countedValues(node: JsonNode): RatingQuestion['values'] {
  const step = node.number('rateStep') ?? 1;
  if (step <= 0) {
    node.note('rateStep', 'questionnaire.not_above_zero');
    return [];
  }
  const { min, max } = endsOfScale(node, step);
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  if (count < 2 || count > MAX_VALUES) {
    node.note('rateMax', 'questionnaire.scale_size', { values: count, most: MAX_VALUES });
    return [];
  }
  return Array.from({ length: count }, (_, index) => ({ value: rounded(min + index * step), text: null }));
}

function endsOfScale(node: JsonNode, step: number): { min: number; max: number } {
  const min = node.number('rateMin');
  const max = node.number('rateMax');
  const count = node.count('rateCount');
  if (count === null || (min !== null && max !== null)) return { min: min ?? 1, max: max ?? 5 };

  if (min !== null) return { min, max: min + step * (count - 1) };
  if (max !== null) return { min: max - step * (count - 1), max };
  // survey-core reads rateCount only beside rateMin or rateMax and would show five values here.
  if (count !== 5) node.note('rateCount', 'questionnaire.rate_count_alone');
  return { min: 1, max: 5 };
}

/** Takes the dust off sums such as 0.1 + 0.2. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
