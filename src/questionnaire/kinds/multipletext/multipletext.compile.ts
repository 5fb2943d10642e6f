import { compileTextRules, textItemProperties } from '../../compile/compile-text.js';
import { compileValidators, textChecks } from '../../compile/compile-validators.js';
import { isPlainKey } from '../../compile/plain-key.js';
import type { JsonNode } from '../../compile/questionnaire-json.js';
import type { MultipleTextQuestion, TextItem } from './multipletext.plan.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

const MAX_ITEMS = 50;
const MAX_NAME_LENGTH = 100;

const itemProperties = [
  'name',
  'title',
  'isRequired',
  'requiredErrorText',
  'validators',
  ...textItemProperties,
];

/** Several lines of text under one title, SurveyJS' multipletext. */
export function compileTextItems(
  node: JsonNode,
  basics: QuestionBasics,
  maxTextLength: number | null,
): MultipleTextQuestion {
  if ((node.list('items') ?? []).length === 0) node.note('items', 'questionnaire.no_entry');
  const seen = new Set<string>();
  const items = node.nodes('items', MAX_ITEMS).flatMap((item): TextItem[] => {
    item.refuseAllBut(itemProperties);
    const name = item.string('name');
    if (name === null || !isPlainKey(name, MAX_NAME_LENGTH)) {
      item.note('name', 'questionnaire.needs_name', { most: MAX_NAME_LENGTH });
      return [];
    }
    if (seen.has(name)) item.note('name', 'questionnaire.duplicate_value', { value: name });
    seen.add(name);
    const rules = compileTextRules(item, maxTextLength);
    return [
      {
        name,
        title: item.text('title') ?? { [item.reading.language]: name },
        required: item.flag('isRequired'),
        requiredText: item.text('requiredErrorText'),
        validators: compileValidators(item, 'text', textChecks),
        ...rules,
      },
    ];
  });
  return { kind: 'multipletext', ...basics, items };
}
