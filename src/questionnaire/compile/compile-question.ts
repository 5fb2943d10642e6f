import { questionKinds, type PlanQuestion } from '../kinds/registry.js';
import { compileConditions, conditionProperties } from './compile-conditions.js';
import { compileValidators } from './compile-validators.js';
import { isPlainKey } from './plain-key.js';
import type { JsonNode } from './questionnaire-json.js';
import { isReservedName } from './questionnaire-names.js';
import type { TextLimits } from './text-limits.js';

const MAX_NAME_LENGTH = 100;

const namedProperties = ['type', 'name', 'title', 'description', 'visibleIf'];
const answerProperties = [...conditionProperties, 'isRequired', 'requiredErrorText', 'validators'];

const kindNames = Object.keys(questionKinds) as PlanQuestion['kind'][];

/** The supported properties of a question type; cosmetic ones are ignored. */
export function questionProperties(kind: PlanQuestion['kind']): string[] {
  const { isCalculated, properties } = questionKinds[kind];
  // What is calculated is neither required nor checked.
  const common = isCalculated ? namedProperties : [...namedProperties, ...answerProperties];
  return [...new Set([...common, ...properties])];
}

export function questionKindOf(type: string): PlanQuestion['kind'] | null {
  return kindNames.find((kind) => kind === type) ?? null;
}

/** Compiles one question; null (and noted) if its type or name cannot be used. */
export function compileQuestion(node: JsonNode, id: string, limits: TextLimits): PlanQuestion | null {
  const typeName = node.string('type');
  const kind = questionKindOf(typeName ?? '');
  if (!kind) {
    const kinds = [...kindNames, 'html', 'panel'].join(', ');
    return typeName === null
      ? node.note('type', 'questionnaire.no_kind', { kinds })
      : node.note('type', 'questionnaire.unsupported_kind', { kind: typeName, kinds });
  }
  node.refuseAllBut(questionProperties(kind));

  const name = node.string('name');
  if (name === null) return node.note('name', 'questionnaire.no_name');
  if (!isPlainKey(name, MAX_NAME_LENGTH)) {
    return node.note('name', 'questionnaire.not_name', { most: MAX_NAME_LENGTH });
  }
  if (isReservedName(name)) return node.note('name', 'questionnaire.reserved_name');

  const basics = {
    id,
    name,
    ...compileConditions(node),
    title: node.text('title') ?? { [node.reading.language]: name },
    description: node.text('description'),
    required: node.flag('isRequired'),
    requiredText: node.text('requiredErrorText'),
    validators: compileValidators(node, kind, questionKinds[kind].validators),
  };
  return questionKinds[kind].compile(node, basics, limits);
}
