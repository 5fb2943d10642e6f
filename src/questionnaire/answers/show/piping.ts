import type { Locale } from '../../../common/locale.js';
import { plainText } from './answer-words.js';
import { displayText } from './display-text.js';
import { isRecord } from '../../expressions/expression-values.js';
import { namesOf } from '../../plan/plan-names.js';
import { kindOf } from '../../kinds/registry.js';
import type { QuestionnaireState } from '../state/questionnaire-state.js';

export { displayText } from './display-text.js';

/**
 * A text with answers and attributes of the person put in: `{name}`, `{name.row}`, `{name.row.column}`,
 * `{person.town}`. What is not known or not answered leaves nothing behind. The result is text, not HTML.
 */
export function piped(text: string, state: QuestionnaireState, locale: Locale): string {
  return text.replaceAll(/\{([^{}]+)\}/g, (_all, name: string) => textFor(name.trim(), state, locale));
}

function textFor(path: string, state: QuestionnaireState, locale: Locale): string {
  const { spelling, byName } = namesOf(state.plan);
  const lower = path.toLowerCase();
  if (lower.startsWith('person.')) return plainText(attribute(path.slice('person.'.length), state), locale);

  const name = longestName(lower, spelling);
  if (name === null) return '';
  const value = state.values[name];
  const question = byName.get(name);
  if (!question) return plainText(value, locale);
  const within = path.slice(name.length + 1);
  return within === ''
    ? displayText(question, value, locale, state)
    : (kindOf(question).displayPart?.(question, isRecord(value) ? value : {}, within, locale) ?? '');
}

function attribute(name: string, { respondent: { person } }: QuestionnaireState): unknown {
  const key = Object.keys(person).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : person[key];
}

/** The longest name that the path begins with: names may hold dots themselves. */
function longestName(lower: string, spelling: ReadonlyMap<string, string>): string | null {
  for (let end = lower.length; end > 0; end = lower.lastIndexOf('.', end - 1)) {
    const name = spelling.get(lower.slice(0, end));
    if (name !== undefined) return name;
  }
  return null;
}
