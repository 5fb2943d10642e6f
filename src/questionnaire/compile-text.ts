import { dateIn, timeIn } from './typed-values.js';
import type { JsonNode } from './questionnaire-json.js';
import { inputTypes, type InputType, type QuestionBasics, type TextQuestion } from './questionnaire-plan.js';

const DEFAULT_LENGTH = 1000;

/** Autofill tokens that follow from what is asked (HTML 4.10.18.7; WCAG 1.3.5). */
const autofill: Partial<Record<InputType, string>> = { email: 'email', tel: 'tel', url: 'url' };

export function compileText(
  node: JsonNode,
  basics: QuestionBasics,
  maxTextLength: number | null,
): TextQuestion {
  const inputType = node.oneOf('inputType', inputTypes, 'text');
  const min = bound(node, 'min', inputType);
  const max = bound(node, 'max', inputType);
  if (min !== null && max !== null && min > max) node.note('min', 'is above max.');

  const step = inputType === 'number' ? node.number('step') : null;
  if (step !== null && step <= 0) node.note('step', 'must be above zero.');

  const autocomplete = node.string('autocomplete');
  if (autocomplete !== null && !/^[a-z][a-z0-9 -]{0,60}$/.test(autocomplete)) {
    node.note('autocomplete', 'is not an autofill token of HTML.');
  }
  return {
    kind: 'text',
    ...basics,
    inputType,
    maxLength: node.count('maxLength') ?? maxTextLength ?? DEFAULT_LENGTH,
    min,
    max,
    step,
    placeholder: node.text('placeholder'),
    autocomplete: autocomplete ?? autofill[inputType] ?? null,
  };
}

function bound(node: JsonNode, name: 'min' | 'max', inputType: InputType): number | string | null {
  const value = node.value(name);
  if (value === null) return null;
  switch (inputType) {
    case 'number':
      return node.number(name);
    case 'date':
      return typeof value === 'string' && dateIn(value) === value
        ? value
        : node.note(name, 'must be a date such as "2027-11-12"; expressions are not supported yet.');
    case 'time':
      return typeof value === 'string' && timeIn(value) === value
        ? value
        : node.note(name, 'must be a time such as "09:30"; expressions are not supported yet.');
    case 'text':
    case 'email':
    case 'tel':
    case 'url':
      return node.note(name, 'has a meaning only for inputType number, date or time.');
  }
}
