import { standardTexts } from '../../questionnaire/compile/compile-special-choices.js';
import type { Comparison, ComparisonKind } from '../../questionnaire/kinds/question-editor.js';
import { kindByType } from '../../questionnaire/kinds/registry.js';
import type { ConditionRow, Operator } from './condition-rows.js';
import {
  type Draft,
  isNode,
  isQuestionType,
  labelOf,
  nameOf,
  type Node,
  placedIn,
  textOf,
  typeAt,
} from './questionnaire-tree.js';

/** A question as conditions see it: what it can be compared with. */
export interface AskableQuestion {
  /** `rolle`, or for a row of a table or a line of text `name.row`. */
  name: string;
  label: string;
  kind: ComparisonKind;
  choices: { value: string | number; text: string }[];
}

const asText: Comparison = { kind: () => 'text' };

/** Everything conditions can ask, in the order of the questionnaire. */
export function askableIn(draft: Draft, language: string): AskableQuestion[] {
  return placedIn(draft).flatMap(({ node, address }): AskableQuestion[] => {
    const type = typeAt(node, address);
    const name = nameOf(node);
    if (!isQuestionType(type) || name === '') return [];
    const label = labelOf(node, language);
    const choices = [
      ...itemsOf(node['choices'], language),
      ...(node['showOtherItem'] === true
        ? [{ value: 'other', text: specialText(node, 'other', language) }]
        : []),
      ...(node['showNoneItem'] === true
        ? [{ value: 'none', text: specialText(node, 'none', language) }]
        : []),
    ];
    const { kind, choices: list, parts } = kindByType(type)?.editor.comparison ?? asText;
    const columns = list === 'columns' ? itemsOf(node['columns'], language) : [];
    switch (parts) {
      case 'rows':
        return itemsOf(node['rows'], language).map((row) => ({
          name: `${name}.${row.value}`,
          label: `${label} › ${row.text}`,
          kind: kind(node),
          choices: columns,
        }));
      case 'items':
        return (Array.isArray(node['items']) ? node['items'].filter(isNode) : []).map((item) => ({
          name: `${name}.${nameOf(item)}`,
          label: `${label} › ${labelOf(item, language)}`,
          kind: kind(item),
          choices: [],
        }));
      default:
        return [{ name, label, kind: kind(node), choices: list === 'choices' ? choices : columns }];
    }
  });
}

/** What one can ask of such a question. */
export function operatorsFor(kind: AskableQuestion['kind']): readonly Operator[] {
  switch (kind) {
    case 'one':
    case 'yesno':
      return ['=', '<>', 'notempty', 'empty'];
    case 'many':
      return ['contains', 'notcontains', 'notempty', 'empty'];
    case 'number':
      return ['=', '<>', '>', '>=', '<', '<=', 'notempty', 'empty'];
    case 'text':
      return ['=', '<>', 'contains', 'notcontains', '>', '>=', '<', '<=', 'notempty', 'empty'];
  }
}

/** A typed or chosen value as the question stores it: a choice by value or text, a number, yes or no. */
export function storedValue(question: AskableQuestion | undefined, typed: string): ConditionRow['value'] {
  const text = typed.trim();
  if (!question) return text;
  const same = (a: string) => a.toLowerCase() === text.toLowerCase();
  const choice =
    question.choices.find(({ value }) => String(value) === text) ??
    question.choices.find(({ value, text: shown }) => same(shown) || same(String(value)));
  if (choice) return choice.value;
  if (question.kind === 'yesno') return /^(?:true|ja|yes|1)$/i.test(text);
  const number = Number(text.replace(',', '.'));
  return question.kind === 'number' && text !== '' && Number.isFinite(number) ? number : text;
}

/** „Sonstiges“ and „Nichts davon“ in the question's own words, else in the usual ones. */
function specialText(node: Node, choice: 'other' | 'none', language: string): string {
  return textOf(node[`${choice}Text`], language) || textOf(standardTexts[choice], language);
}

function itemsOf(list: unknown, language: string): AskableQuestion['choices'] {
  return (Array.isArray(list) ? list : []).flatMap((item: unknown) => {
    const value = isNode(item) ? item['value'] : item;
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [{ value, text: (isNode(item) && textOf(item['text'], language)) || String(value) }];
  });
}
