import { formatLocaleOf, textIn, type Locale } from '../../common/locale.js';
import { booleanText, choiceText, listText, partsText, plainText, rowsText } from './answer-words.js';
import { commentName, NONE, OTHER } from './answers.js';
import { otherChoiceOf } from '../plan/plan-choices.js';
import type { CellColumn } from '../kinds/matrixdropdown/matrixdropdown.plan.js';
import type { ExpressionQuestion } from '../kinds/expression/expression.plan.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import type { ElementStates } from './element-states.js';

/**
 * An answer in words: texts of choices, dates and numbers as people of this language write them, several
 * parted by commas. Empty if there is no answer.
 */
export function displayText(
  question: PlanQuestion,
  answer: unknown,
  locale: Locale,
  state: Pick<ElementStates, 'values'>,
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
