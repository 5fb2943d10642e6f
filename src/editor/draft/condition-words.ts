import type { AskableQuestion } from './askable-questions.js';
import { needsValue, rowsOfExpression } from './condition-rows.js';
import type { Texts } from '../../common/texts.js';

const LONGEST = 60;

/** „wenn Rolle = ehrenamtlich“; a condition of another shape is only said to be one. */
export function conditionInWords(
  expression: string,
  askable: readonly AskableQuestion[],
  t: Texts['editor'],
): string {
  return t.when({ words: rowsInWords(expression, askable, t) ?? t.ifText });
}

/** „Rolle = ehrenamtlich und Jahre > 5“; null for a condition of another shape. */
export function rowsInWords(
  expression: string,
  askable: readonly AskableQuestion[],
  t: Texts['editor'],
): string | null {
  const read = rowsOfExpression(expression);
  if (!read) return null;
  const words = read.rows.map(({ question, operator, value }) => {
    const asked = askable.find(({ name }) => name === question);
    const name = question.split('.').pop() ?? question;
    const said =
      typeof value === 'boolean'
        ? value
          ? t.condition.yes
          : t.condition.no
        : (asked?.choices.find((choice) => String(choice.value) === String(value))?.text ??
          String(value ?? ''));
    const sign = t.condition.signs[operator];
    return needsValue(operator) ? `${readable(name)} ${sign} ${short(said)}` : `${readable(name)} ${sign}`;
  });
  return words.join(` ${t[read.join]} `);
}

/** A name as a word: `rolle_engagieren` → „Rolle engagieren“. */
function readable(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
