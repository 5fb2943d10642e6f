import { compileConditions, compileItemCondition, conditionProperties } from './compile-conditions.js';
import { compileOther, standardTexts } from './compile-special-choices.js';
import { isPlainKey } from './plain-key.js';
import { isJsonObject, JsonNode } from './questionnaire-json.js';
import { NONE, OTHER } from '../answers/answers.js';
import type { Choice, ChoiceList } from '../plan/plan-choices.js';

const MAX_CHOICES = 500;
const MAX_VALUE_LENGTH = 200;

/** Conditions that a choice can have; a row of a matrix can be hidden only. */
const choiceConditions = conditionProperties.filter((name) => name !== 'requiredIf');
const conditionsOnAll = ['choicesVisibleIf', 'choicesEnableIf'];

export const simpleChoiceProperties = ['choices', 'choicesOrder', ...conditionsOnAll];
export const choiceListProperties = [
  ...[...simpleChoiceProperties, 'showOtherItem', 'otherText', 'otherPlaceholder', 'otherErrorText'],
  ...['showNoneItem', 'noneText'],
];

/** Choices with their order and the two special ones, „Sonstiges“ and „Nichts davon“. */
export function compileChoiceList(
  node: JsonNode,
  otherMaxLength: number | null,
  reserved: readonly string[] = [],
): ChoiceList {
  const other = node.flag('showOtherItem') ? compileOther(node, otherMaxLength) : null;
  const none = node.flag('showNoneItem') ? (node.text('noneText') ?? standardTexts.none) : null;
  const taken = [...(other ? [OTHER] : []), ...(none ? [NONE] : []), ...reserved];
  return { ...compileSimpleChoices(node, { reserved: taken }), other, none };
}

/** Choices with their conditions and their order. */
export function compileSimpleChoices(
  node: JsonNode,
  rules: Omit<ItemRules, 'conditions'> = {},
): Pick<ChoiceList, 'choices' | 'order'> {
  const choices = compileItems(node, 'choices', { ...rules, conditions: choiceConditions });
  const visibleIf = compileItemCondition(node, 'choicesVisibleIf');
  const enableIf = compileItemCondition(node, 'choicesEnableIf');
  return {
    choices: choices.map((choice) => ({
      ...choice,
      visibleIf: choice.visibleIf ?? visibleIf(choice.value),
      enableIf: choice.enableIf ?? enableIf(choice.value),
    })),
    order: compileOrder(node),
  };
}

export function compileOrder(node: JsonNode): ChoiceList['order'] {
  return node.oneOf('choicesOrder', ['none', 'asc', 'desc', 'random'], 'none');
}

interface ItemRules {
  /** Values that special choices have taken. */
  reserved?: readonly string[];
  /** Which conditions an item can have. */
  conditions?: readonly string[];
  /** Further properties of an item that are read elsewhere. */
  properties?: readonly string[];
}

/**
 * A list of values with texts: `"a"`, `1`, or `{ "value": "a", "text": … }`, as SurveyJS' ItemValue.
 * Notes an empty list, a value twice (compared as text, which is how a form sends it) and a reserved one.
 */
export function compileItems(node: JsonNode, property: string, rules: ItemRules = {}): Choice[] {
  const items = node.list(property) ?? [];
  const reserved = rules.reserved ?? [];
  if (items.length === 0) node.note(property, 'questionnaire.no_entry');
  if (items.length > MAX_CHOICES)
    node.note(property, 'questionnaire.too_many_entries', { most: MAX_CHOICES });

  const seen = new Set<string>(reserved);
  return items.slice(0, MAX_CHOICES).flatMap((item, index) => {
    const choice = compileItem(item, `${node.pathOf(property)}[${index}]`, node, rules);
    if (!choice) return [];
    const key = String(choice.value);
    if (seen.has(key)) {
      const isReserved = reserved.includes(key);
      const code = isReserved ? 'questionnaire.reserved_value' : 'questionnaire.duplicate_value';
      node.note(`${property}[${index}]`, code, { value: key });
    }
    seen.add(key);
    return [choice];
  });
}

function compileItem(item: unknown, path: string, { reading }: JsonNode, rules: ItemRules): Choice | null {
  const json = isJsonObject(item) ? item : { value: item };
  const node = new JsonNode(json, path, reading);
  const conditions = rules.conditions ?? [];
  node.refuseAllBut(['value', 'text', ...conditions, ...(rules.properties ?? [])]);

  const value = json['value'];
  const isValue = typeof value === 'string' ? isPlainKey(value, MAX_VALUE_LENGTH) : Number.isFinite(value);
  if (!isValue) return node.note('', 'questionnaire.needs_value', { most: MAX_VALUE_LENGTH });
  const own = value as string | number;
  const { visibleIf, enableIf } = compileConditions(node, conditions);
  return { value: own, text: node.text('text') ?? { [reading.language]: String(own) }, visibleIf, enableIf };
}
