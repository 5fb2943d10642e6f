import { compileExpression, readExpression } from './compile-conditions.js';
import type { Expression } from '../expressions/expression.js';
import type { JsonNode } from './questionnaire-json.js';
import { inputTypes, type InputType, type TextRules } from '../plan/text-rules.js';
import { dateIn, timeIn } from '../answers/read/typed-values.js';

const DEFAULT_LENGTH = 1000;

/** Of a line of text that stands alone or in a cell. */
export const textProperties = [
  ...['inputType', 'maxLength', 'min', 'max', 'minValueExpression', 'maxValueExpression', 'step'],
  ...['placeholder', 'autocomplete'],
];
/** Of a line of text among others (SurveyJS' multipletext), which has bounds as expressions only. */
export const textItemProperties = [
  ...['inputType', 'maxLength', 'minValueExpression', 'maxValueExpression', 'placeholder'],
];

/** Autofill tokens that follow from what is asked (HTML 4.10.18.7; WCAG 1.3.5). */
const autofill: Partial<Record<InputType, string>> = { email: 'email', tel: 'tel', url: 'url' };

export function compileTextRules(node: JsonNode, maxTextLength: number | null): TextRules {
  const inputType = node.oneOf('inputType', inputTypes, 'text');
  const min = compileBound(node, 'min', inputType);
  const max = compileBound(node, 'max', inputType);
  if (min.fixed !== null && max.fixed !== null && min.fixed > max.fixed)
    node.note('min', 'questionnaire.above', { name: 'max' });

  const step = inputType === 'number' ? node.number('step') : null;
  if (step !== null && step <= 0) node.note('step', 'questionnaire.not_above_zero');
  if (inputType !== 'number' && node.value('step') !== null)
    node.note('step', 'questionnaire.only_for_numbers');

  const autocomplete = node.string('autocomplete');
  if (autocomplete !== null && !/^[a-z][a-z0-9 -]{0,60}$/.test(autocomplete)) {
    node.note('autocomplete', 'questionnaire.not_autofill');
  }
  return {
    inputType,
    maxLength: node.count('maxLength') ?? maxTextLength ?? DEFAULT_LENGTH,
    min: min.fixed,
    max: max.fixed,
    minIf: min.calculated,
    maxIf: max.calculated,
    step,
    placeholder: node.text('placeholder'),
    autocomplete: autocomplete ?? autofill[inputType] ?? null,
  };
}

interface Bound {
  fixed: number | string | null;
  calculated: Expression | null;
}

/** A bound is a value, an expression of its own, or (SurveyJS) a value that begins with `=`. */
function compileBound(node: JsonNode, name: 'min' | 'max', inputType: InputType): Bound {
  const ownName = `${name}ValueExpression`;
  const value = node.value(name);
  if (!isBounded(inputType)) {
    const given = [name, ownName].find((property) => node.value(property) !== null);
    if (given) node.note(given, 'questionnaire.only_for_bounds');
    return { fixed: null, calculated: null };
  }

  const isExpression = typeof value === 'string' && value.startsWith('=');
  const calculated = isExpression
    ? readExpression(node, name, value.slice(1))
    : compileExpression(node, ownName);
  if (typeof calculated === 'number' && inputType === 'number')
    return { fixed: calculated, calculated: null };
  return { fixed: isExpression ? null : fixedBound(node, name, inputType), calculated };
}

function isBounded(inputType: InputType): inputType is 'number' | 'date' | 'time' {
  return inputType === 'number' || inputType === 'date' || inputType === 'time';
}

function fixedBound(node: JsonNode, name: string, inputType: 'number' | 'date' | 'time') {
  const value = node.value(name);
  if (value === null) return null;
  if (inputType === 'number') return node.number(name);
  const isRead = typeof value === 'string' && (inputType === 'date' ? dateIn : timeIn)(value) === value;
  if (isRead) return value;
  return inputType === 'date'
    ? node.note(name, 'questionnaire.not_date_bound')
    : node.note(name, 'questionnaire.not_time_bound');
}
