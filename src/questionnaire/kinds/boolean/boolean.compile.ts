import { isPlainKey } from '../../compile/plain-key.js';
import type { JsonNode } from '../../compile/questionnaire-json.js';
import type { BooleanQuestion } from './boolean.plan.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

export const booleanProperties = [
  'labelTrue',
  'labelFalse',
  'valueTrue',
  'valueFalse',
  'renderAs',
  'displayMode',
];

const MAX_VALUE_LENGTH = 200;

/** Yes or no; as one box to tick it asks for consent, for which SurveyJS has no type of its own. */
export function compileBoolean(node: JsonNode, basics: QuestionBasics): BooleanQuestion {
  const isBox = [node.value('renderAs'), node.value('displayMode')].includes('checkbox');
  const valueTrue = compileValue(node, 'valueTrue', true);
  const valueFalse = compileValue(node, 'valueFalse', false);
  if (String(valueTrue) === String(valueFalse))
    node.note('valueTrue', 'questionnaire.duplicate_value', { value: String(valueTrue) });
  return {
    kind: 'boolean',
    ...basics,
    labelTrue: node.text('labelTrue'),
    labelFalse: node.text('labelFalse'),
    valueTrue,
    valueFalse,
    look: isBox ? 'checkbox' : 'radio',
  };
}

function compileValue(node: JsonNode, name: string, otherwise: boolean): string | number | boolean {
  const value = node.value(name);
  if (value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && isPlainKey(value, MAX_VALUE_LENGTH)) return value;
  node.note(name, 'questionnaire.needs_value', { most: MAX_VALUE_LENGTH });
  return otherwise;
}
