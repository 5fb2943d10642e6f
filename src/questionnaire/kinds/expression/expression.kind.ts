import { compileExpressionQuestion, expressionProperties } from './expression.compile.js';
import { formatLocaleOf, textIn, type Locale } from '../../../common/locale.js';
import { fieldOf } from '../../answers/read/answer-fields.js';
import { plainText } from '../../answers/show/answer-words.js';
import type { QuestionKind } from '../question-kind.js';
import { expressionEditor } from './expression.editor.js';
import type { ExpressionQuestion } from './expression.plan.js';

export const expressionKind: QuestionKind<ExpressionQuestion> = {
  editor: expressionEditor,
  properties: expressionProperties,
  compile: compileExpressionQuestion,
  isCalculated: true,
  shape: () => 'one',
  read: () => ({ values: [], faults: [] }),
  form: () => [],
  missing: (_question, { fillIn }) => fillIn,
  display: expressionText,
  seconds: () => 0,
  reading: (question) => ({ field: fieldOf(question), as: 'text' }),
};

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
