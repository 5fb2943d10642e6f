import { booleanProperties, compileBoolean } from '../kinds/boolean/boolean.compile.js';
import { compileExpressionQuestion, expressionProperties } from './compile-calculations.js';
import { compileCellMatrix } from '../kinds/matrixdropdown/matrixdropdown.compile.js';
import { choiceListProperties, compileChoiceList } from './compile-choices.js';
import { compileConditions, conditionProperties } from './compile-conditions.js';
import {
  compileMultipleChoice,
  compileRanking,
  multipleChoiceProperties,
  rankingProperties,
} from './compile-lists.js';
import { compileMatrix, matrixProperties, rowProperties } from '../kinds/matrix/matrix.compile.js';
import { compilePictures, picturesProperties } from '../kinds/imagepicker/imagepicker.compile.js';
import { compileRating, ratingProperties } from '../kinds/rating/rating.compile.js';
import { compileTextItems } from '../kinds/multipletext/multipletext.compile.js';
import { compileTextRules, textProperties } from './compile-text.js';
import { compileValidators } from './compile-validators.js';
import { isPlainKey } from './plain-key.js';
import type { JsonNode } from './questionnaire-json.js';
import { isReservedName } from './questionnaire-names.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import type { QuestionBasics } from '../plan/question-basics.js';

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

const namedProperties = ['type', 'name', 'title', 'description', 'visibleIf'];
const answerProperties = [...conditionProperties, 'isRequired', 'requiredErrorText', 'validators'];

/** What we can ask, by SurveyJS type: the properties that are honoured and how they are read. */
const types: Record<PlanQuestion['kind'], QuestionType> = {
  text: {
    properties: textProperties,
    compile: (node, basics, limits) => ({ kind: 'text', ...basics, ...compileTextRules(node, limits.text) }),
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
    compile: (node, basics, limits) => {
      return { kind: 'radiogroup', ...basics, ...compileChoiceList(node, limits.other), placeholder: null };
    },
  },
  dropdown: {
    properties: [...choiceListProperties, 'placeholder'],
    compile: (node, basics, limits) => {
      const placeholder = node.text('placeholder');
      return { kind: 'dropdown', ...basics, ...compileChoiceList(node, limits.other), placeholder };
    },
  },
  checkbox: {
    properties: multipleChoiceProperties,
    compile: (node, basics, limits) => compileMultipleChoice(node, basics, 'checkbox', limits.other),
  },
  tagbox: {
    properties: [...multipleChoiceProperties, 'placeholder'],
    compile: (node, basics, limits) => compileMultipleChoice(node, basics, 'tagbox', limits.other),
  },
  imagepicker: { properties: picturesProperties, compile: compilePictures },
  ranking: { properties: rankingProperties, compile: compileRanking },
  boolean: { properties: booleanProperties, compile: compileBoolean },
  rating: { properties: ratingProperties, compile: compileRating },
  matrix: { properties: matrixProperties, compile: compileMatrix },
  matrixdropdown: {
    properties: [...rowProperties, 'columns', 'choices', 'cellType', 'placeholder'],
    compile: (node, basics, limits) => compileCellMatrix(node, basics, limits.text),
  },
  multipletext: {
    properties: ['items'],
    compile: (node, basics, limits) => compileTextItems(node, basics, limits.text),
  },
  expression: { properties: expressionProperties, compile: compileExpressionQuestion },
};

const questionKinds = Object.keys(types) as PlanQuestion['kind'][];
export const questionTypes: readonly string[] = questionKinds;

/** The properties of a question type that are honoured; cosmetic ones are passed over beside them. */
export function questionProperties(kind: PlanQuestion['kind']): string[] {
  // What is worked out is neither required nor checked.
  const common = kind === 'expression' ? namedProperties : [...namedProperties, ...answerProperties];
  return [...new Set([...common, ...types[kind].properties])];
}

export function questionKindOf(type: string): PlanQuestion['kind'] | null {
  return questionKinds.find((kind) => kind === type) ?? null;
}

/** Compiles one question; null (and noted) if its type or name cannot be used. */
export function compileQuestion(node: JsonNode, id: string, limits: TextLimits): PlanQuestion | null {
  const typeName = node.string('type');
  const kind = questionKindOf(typeName ?? '');
  if (!kind) {
    const kinds = [...questionTypes, 'html', 'panel'].join(', ');
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
    validators: compileValidators(node, kind),
  };
  return types[kind].compile(node, basics, limits);
}
