import { formatLocaleOf, textIn, type LocalizedText, type Locale } from '../../common/locale.js';
import { answerMessages } from './answer-messages.js';
import { isRecord } from '../expressions/expression-values.js';
import { commentName, NONE, OTHER } from './answers.js';
import type { Choice } from '../plan/plan-choices.js';
import {
  otherChoiceOf,
  type CellColumn,
  type ExpressionQuestion,
  type PlanQuestion,
} from '../plan/plan-question.js';
import type { QuestionnaireState } from './questionnaire-state.js';

/**
 * An answer in words: texts of choices, dates and numbers as people of this language write them, several
 * parted by commas. Empty if there is no answer.
 */
export function displayText(
  question: PlanQuestion,
  answer: unknown,
  locale: Locale,
  state: QuestionnaireState,
): string {
  switch (question.kind) {
    case 'expression':
      return expressionText(question, answer, locale);
    case 'matrix':
      return rowsText(answer, question.rows, locale, (column) =>
        choiceText(question.columns, column, locale),
      );
    case 'matrixdropdown':
      return rowsText(answer, question.rows, locale, (cells) =>
        partsText(cells, (name, cell) => {
          const column = question.columns.find((one) => one.name === name);
          return column ? cellText(column, cell, locale) : '';
        }),
      );
    case 'multipletext':
      return partsText(answer, (_name, value) => plainText(value, locale));
    case 'boolean':
      return booleanText(question, answer, locale);
    case 'rating': {
      const text = question.values.find(({ value }) => value === answer)?.text;
      return text ? textIn(text, locale) : plainText(answer, locale);
    }
    case 'text':
    case 'comment':
      return plainText(answer, locale);
    default: {
      const words = state.values[commentName(question.name)];
      return listText(answer, (value) => {
        const other = otherChoiceOf(question);
        if (other && value === OTHER) return typeof words === 'string' ? words : textIn(other.text, locale);
        if ('none' in question && question.none && value === NONE) return textIn(question.none, locale);
        return choiceText(question.choices, value, locale);
      });
    }
  }
}

/** The words of one cell of a matrix. */
export function cellText(column: CellColumn, cell: unknown, locale: Locale): string {
  switch (column.kind) {
    case 'dropdown':
    case 'radiogroup':
    case 'checkbox':
      return listText(cell, (value) => choiceText(column.choices, value, locale));
    case 'boolean':
      return booleanText({ ...column, valueTrue: true, valueFalse: false }, cell, locale);
    default:
      return plainText(cell, locale);
  }
}

export function choiceText(choices: readonly Choice[], value: unknown, locale: Locale): string {
  const choice = choices.find((one) => String(one.value) === String(value));
  return choice ? textIn(choice.text, locale) : '';
}

/** A value that is no choice: a number or date in the way of the language, anything else as it is. */
export function plainText(value: unknown, locale: Locale): string {
  if (typeof value === 'number')
    return new Intl.NumberFormat(formatLocaleOf(locale), { maximumFractionDigits: 10 }).format(value);
  if (typeof value === 'boolean') return answerMessages[locale][value ? 'yes' : 'no'];
  if (Array.isArray(value)) return listText(value, (one) => plainText(one, locale));
  if (typeof value !== 'string') return '';
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(value) ? dateText(value, locale) : value;
}

function dateText(value: string, locale: Locale): string {
  const [day = '', time] = value.split('T');
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  const written = new Intl.DateTimeFormat(formatLocaleOf(locale), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date);
  return time === undefined ? written : `${written}, ${time}`;
}

function expressionText(question: ExpressionQuestion, value: unknown, locale: Locale): string {
  const text = typeof value === 'number' ? amountText(question, value, locale) : plainText(value, locale);
  if (text === '' || !question.format) return text;
  return textIn(question.format, locale).replaceAll('{0}', text);
}

function amountText(
  { display, currency, maximumFractionDigits, minimumFractionDigits }: ExpressionQuestion,
  value: number,
  locale: Locale,
): string {
  if (display === 'none' || display === 'date') return plainText(value, locale);
  const digits = {
    ...(maximumFractionDigits >= 0 ? { maximumFractionDigits } : {}),
    ...(minimumFractionDigits >= 0 ? { minimumFractionDigits } : {}),
  };
  const style = display === 'currency' ? { style: display, currency } : { style: display };
  return new Intl.NumberFormat(formatLocaleOf(locale), { ...style, ...digits }).format(value);
}

function booleanText(
  labels: {
    labelTrue: LocalizedText | null;
    labelFalse: LocalizedText | null;
    valueTrue: unknown;
    valueFalse: unknown;
  },
  value: unknown,
  locale: Locale,
): string {
  const { yes, no } = answerMessages[locale];
  if (value === labels.valueTrue) return labels.labelTrue ? textIn(labels.labelTrue, locale) : yes;
  if (value === labels.valueFalse) return labels.labelFalse ? textIn(labels.labelFalse, locale) : no;
  return '';
}

function listText(value: unknown, textOf: (one: unknown) => string): string {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list
    .map(textOf)
    .filter((text) => text !== '')
    .join(', ');
}

function rowsText(
  answer: unknown,
  rows: readonly Choice[],
  locale: Locale,
  textOf: (value: unknown) => string,
): string {
  return partsText(answer, (row, value) => {
    const text = textOf(value);
    return text === '' ? '' : `${choiceText(rows, row, locale)}: ${text}`;
  });
}

function partsText(answer: unknown, textOf: (key: string, value: unknown) => string): string {
  const texts = isRecord(answer) ? Object.entries(answer).map(([key, value]) => textOf(key, value)) : [];
  return texts.filter((text) => text !== '').join(', ');
}
