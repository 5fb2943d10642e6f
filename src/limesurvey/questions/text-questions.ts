import type { LssQuestion } from '../file/lss-survey.js';
import { patternValidator } from './text-patterns.js';
import { basicsOf, element, isMandatory, type SurveyElement, type Translating } from './survey-element.js';

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** S is a line, T and U are fields of several lines. */
export function textQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const { attributes } = question;
  if (question.type === 'S' && attributes.isOn('numbers_only')) return numberQuestion(question, own);
  return [
    element({
      type: question.type === 'S' ? 'text' : 'comment',
      ...basicsOf(question, own),
      maxLength: attributes.count('maximum_chars'),
      placeholder: own.texts.plain(attributes.text('placeholder'), question.code),
      validators: patternValidator(question, own.notes),
    }),
  ];
}

export function numberQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  return [
    element({
      type: 'text',
      ...basicsOf(question, own),
      inputType: 'number',
      ...numberBounds(question),
      step: question.attributes.isOn('num_value_int_only') ? 1 : undefined,
      validators: patternValidator(question, own.notes),
    }),
  ];
}

/** A date, or a time where that is all that is asked for. */
export function dateQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const format = question.attributes.get('date_format');
  const hasTime = /H/i.test(format);
  const hasDay = format === '' || /d|y/.test(format);
  if (hasTime && hasDay) own.notes.add(question.code, 'date_without_time', { format });
  return [
    element({
      type: 'text',
      ...basicsOf(question, own),
      inputType: hasDay ? 'date' : 'time',
      ...(hasDay && { min: dateBound(question, 'min', own), max: dateBound(question, 'max', own) }),
    }),
  ];
}

/** Several lines under one heading: Q asks for words, K for numbers. */
export function textsQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const isNumber = question.type === 'K';
  const sums = question.attributes.given('min_num_value', 'max_num_value', 'equals_num_value');
  if (isNumber && sums.length > 0) own.notes.add(question.code, 'sum_limits');

  const { min, max } = numberBounds(question);
  const hasBounds = isNumber && (min !== undefined || max !== undefined);
  const validators = [
    ...(hasBounds ? [element({ type: 'numeric', minValue: min, maxValue: max })] : []),
    ...(patternValidator(question, own.notes) ?? []),
  ];
  const items = question.subquestions.map((item) =>
    element({
      name: item.code,
      title: own.texts.plain(item.text, question.code),
      isRequired: isMandatory(question) || undefined,
      inputType: isNumber ? 'number' : undefined,
      maxLength: isNumber ? undefined : question.attributes.count('maximum_chars'),
      validators: validators.length > 0 ? validators : undefined,
    }),
  );
  return [element({ type: 'multipletext', ...basicsOf(question, own), items })];
}

function numberBounds({ attributes }: LssQuestion): { min: number | undefined; max: number | undefined } {
  const min = attributes.number('min_num_value_n');
  const max = attributes.number('max_num_value_n');
  return { min, max: min !== undefined && max !== undefined && min > max ? undefined : max };
}

/** A bound can also be a year alone, or an expression, which we do not take. */
function dateBound(question: LssQuestion, end: 'min' | 'max', { notes }: Translating): string | undefined {
  const bound = question.attributes.get(`date_${end}`);
  if (bound === '') return undefined;
  if (PLAIN_DATE.test(bound) && !Number.isNaN(Date.parse(bound))) return bound;
  if (/^\d{4}$/.test(bound)) return `${bound}-${end === 'min' ? '01-01' : '12-31'}`;
  notes.add(question.code, 'date_bounds', { bound });
  return undefined;
}
