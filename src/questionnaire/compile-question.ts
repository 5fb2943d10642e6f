import { choiceListProperties, compileChoiceList, compileItems, isPlainKey } from './compile-choices.js';
import { compileRating } from './compile-rating.js';
import { compileText } from './compile-text.js';
import type { JsonNode } from './questionnaire-json.js';
import type { PlanQuestion, QuestionBasics } from './questionnaire-plan.js';

const MAX_NAME_LENGTH = 100;
const DEFAULT_COMMENT_LENGTH = 10_000;

/** Limits that the survey sets for all of its texts. */
export interface TextLimits {
  /** SurveyJS' maxTextLength. */
  text: number | null;
  /** SurveyJS' maxCommentLength, for the words of „Sonstiges“. */
  other: number | null;
}

interface QuestionType {
  properties: readonly string[];
  compile(node: JsonNode, basics: QuestionBasics, limits: TextLimits): PlanQuestion;
}

const basicProperties = ['type', 'name', 'title', 'description', 'isRequired', 'requiredErrorText'];

/** What we can ask, by SurveyJS type: the properties that are honoured and how they are read. */
const types: ReadonlyMap<string, QuestionType> = new Map(
  Object.entries<QuestionType>({
    text: {
      properties: ['inputType', 'maxLength', 'min', 'max', 'step', 'placeholder', 'autocomplete'],
      compile: (node, basics, limits) => compileText(node, basics, limits.text),
    },
    comment: {
      properties: ['maxLength', 'rows', 'placeholder'],
      compile: (node, basics, limits) => ({
        kind: 'comment',
        ...basics,
        maxLength: node.count('maxLength') ?? limits.text ?? DEFAULT_COMMENT_LENGTH,
        rows: Math.min(node.count('rows') ?? 4, 20),
        placeholder: node.text('placeholder'),
      }),
    },
    radiogroup: {
      properties: choiceListProperties,
      compile: (node, basics, limits) => ({
        kind: 'radiogroup',
        ...basics,
        ...compileChoiceList(node, limits.other),
        placeholder: null,
      }),
    },
    dropdown: {
      properties: [...choiceListProperties, 'placeholder'],
      compile: (node, basics, limits) => ({
        kind: 'dropdown',
        ...basics,
        ...compileChoiceList(node, limits.other),
        placeholder: node.text('placeholder'),
      }),
    },
    checkbox: {
      properties: [...choiceListProperties, 'minSelectedChoices', 'maxSelectedChoices'],
      compile: (node, basics, limits) => {
        const list = compileChoiceList(node, limits.other);
        const minSelected = node.count('minSelectedChoices');
        const maxSelected = node.count('maxSelectedChoices');
        const available = list.choices.length + (list.other ? 1 : 0);
        if ((minSelected ?? 0) > Math.min(maxSelected ?? available, available)) {
          node.note('minSelectedChoices', 'asks for more choices than can be made.');
        }
        return { kind: 'checkbox', ...basics, ...list, minSelected, maxSelected };
      },
    },
    boolean: {
      properties: ['labelTrue', 'labelFalse'],
      compile: (node, basics) => ({
        kind: 'boolean',
        ...basics,
        labelTrue: node.text('labelTrue'),
        labelFalse: node.text('labelFalse'),
      }),
    },
    rating: {
      properties: [
        ...['rateCount', 'rateMin', 'rateMax', 'rateStep', 'rateValues', 'autoGenerate'],
        ...['minRateDescription', 'maxRateDescription'],
      ],
      compile: compileRating,
    },
    matrix: {
      properties: ['columns', 'rows', 'eachRowRequired'],
      compile: (node, basics) => ({
        kind: 'matrix',
        ...basics,
        columns: compileItems(node, 'columns'),
        rows: compileItems(node, 'rows'),
        everyRowRequired: node.flag('eachRowRequired'),
      }),
    },
  }),
);

export const questionTypes: readonly string[] = [...types.keys()];

/** Compiles one question; null (and noted) if its type or name cannot be used. */
export function compileQuestion(node: JsonNode, limits: TextLimits): PlanQuestion | null {
  const typeName = node.string('type');
  const type = types.get(typeName ?? '');
  if (!type) {
    const supported = [...questionTypes, 'html', 'panel'].join(', ');
    return node.note('type', `${typeName ?? 'a missing type'} is not supported; use one of ${supported}.`);
  }
  node.refuseAllBut([...basicProperties, ...type.properties]);

  const name = node.string('name');
  if (name === null) return node.note('name', 'is missing; every question needs a name of its own.');
  if (!isPlainKey(name, MAX_NAME_LENGTH)) {
    const rule = `at most ${MAX_NAME_LENGTH} characters, no control characters, no spaces at its ends`;
    return node.note('name', `cannot be used as a name (${rule}).`);
  }
  const basics = {
    name,
    title: node.text('title') ?? { [node.reading.language]: name },
    description: node.text('description'),
    required: node.flag('isRequired'),
    requiredText: node.text('requiredErrorText'),
  };
  return type.compile(node, basics, limits);
}
