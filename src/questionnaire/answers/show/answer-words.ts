import { formatLocaleOf, textIn, type LocalizedText, type Locale } from '../../../common/locale.js';
import { answerMessages } from '../answer-messages.js';
import { isRecord } from '../../expressions/expression-values.js';
import type { Choice } from '../../plan/plan-choices.js';

/** The text of the choice with this value; empty if there is none. */
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

/** Yes or no in the words of the question, else in the usual ones. */
export function booleanText(
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

/** The words of one or several values, separated by commas. */
export function listText(value: unknown, textOf: (one: unknown) => string): string {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list
    .map(textOf)
    .filter((text) => text !== '')
    .join(', ');
}

/** An answer by rows: each row with its words. */
export function rowsText(
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

/** An answer made of parts, in the words of each. */
export function partsText(answer: unknown, textOf: (key: string, value: unknown) => string): string {
  const texts = isRecord(answer) ? Object.entries(answer).map(([key, value]) => textOf(key, value)) : [];
  return texts.filter((text) => text !== '').join(', ');
}
