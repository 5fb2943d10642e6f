import { locales, type LocalizedText } from '../common/locale.js';
import { messagesOf } from '../common/messages.js';
import { NONE, OTHER, type Choice, type ChoiceList, type OtherChoice } from './questionnaire-plan.js';
import { isJsonObject, JsonNode } from './questionnaire-json.js';

const MAX_CHOICES = 500;
const MAX_VALUE_LENGTH = 200;
const DEFAULT_OTHER_LENGTH = 1000;

export const choiceListProperties = [
  ...['choices', 'choicesOrder', 'showOtherItem', 'otherText', 'otherPlaceholder', 'otherErrorText'],
  ...['showNoneItem', 'noneText'],
];

/** Choices with their order and the two special ones, „Sonstiges“ and „Nichts davon“. */
export function compileChoiceList(node: JsonNode, otherMaxLength: number | null): ChoiceList {
  const other = node.flag('showOtherItem') ? compileOther(node, otherMaxLength) : null;
  const none = node.flag('showNoneItem') ? (node.text('noneText') ?? standardTexts.none) : null;
  const choices = compileItems(node, 'choices', [...(other ? [OTHER] : []), ...(none ? [NONE] : [])]);
  return { choices, order: node.oneOf('choicesOrder', ['none', 'asc', 'desc'], 'none'), other, none };
}

/**
 * A list of values with texts: `"a"`, `1`, or `{ "value": "a", "text": … }`, as SurveyJS' ItemValue.
 * Notes an empty list, a value twice (compared as text, which is how a form sends it) and a reserved one.
 */
export function compileItems(node: JsonNode, property: string, reserved: readonly string[] = []): Choice[] {
  const items = node.list(property) ?? [];
  if (items.length === 0) node.note(property, 'needs at least one entry.');
  if (items.length > MAX_CHOICES) node.note(property, `has more than ${MAX_CHOICES} entries.`);

  const seen = new Set<string>(reserved);
  return items.slice(0, MAX_CHOICES).flatMap((item, index) => {
    const choice = compileItem(item, `${node.pathOf(property)}[${index}]`, node);
    if (!choice) return [];
    const key = String(choice.value);
    if (seen.has(key)) {
      const why = reserved.includes(key) ? 'is reserved for a special choice' : 'stands here twice';
      node.note(`${property}[${index}]`, `the value "${key}" ${why}; values must differ.`);
    }
    seen.add(key);
    return [choice];
  });
}

function compileItem(item: unknown, path: string, { reading }: JsonNode): Choice | null {
  const json = isJsonObject(item) ? item : { value: item };
  const node = new JsonNode(json, path, reading);
  node.refuseAllBut(['value', 'text']);

  const value = json['value'];
  const isValue = typeof value === 'string' ? isPlainKey(value, MAX_VALUE_LENGTH) : Number.isFinite(value);
  if (!isValue)
    return node.note('', `needs a value: a number or a text of at most ${MAX_VALUE_LENGTH} characters.`);
  const own = value as string | number;
  return { value: own, text: node.text('text') ?? { [reading.language]: String(own) } };
}

/** Whether a text can serve as a name or value in forms, JSON and column heads. */
export function isPlainKey(text: string, maxLength: number): boolean {
  if (text.trim() !== text || text === '' || text.length > maxLength) return false;
  return !/[\p{Cc}\p{Cs}]/u.test(text) && !['__proto__', 'constructor', 'prototype'].includes(text);
}

function compileOther(node: JsonNode, maxLength: number | null): OtherChoice {
  return {
    text: node.text('otherText') ?? standardTexts.other,
    placeholder: node.text('otherPlaceholder'),
    missingText: node.text('otherErrorText'),
    maxLength: maxLength ?? DEFAULT_OTHER_LENGTH,
  };
}

const standardTexts = { other: inEveryLanguage('other'), none: inEveryLanguage('none') };

function inEveryLanguage(choice: 'other' | 'none'): LocalizedText {
  return Object.fromEntries(locales.map((locale) => [locale, messagesOf('choices', locale)[choice]]));
}
