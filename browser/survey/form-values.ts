import type { Reading } from '../../src/questionnaire/browser/browser-readings.js';
import { numberIn } from '../../src/questionnaire/answers/read/number-in.js';
import { isBox, named } from './page.js';

/** Answers, and what is calculated from them, by name in lower case. */
export type Values = Record<string, unknown>;

/** The answer that is in the form, in the shape it is stored in; undefined if there is none. */
export function valueIn(form: HTMLFormElement, reading: Reading, language: string): unknown {
  const { field, as, parts } = reading;
  if (as === 'parts' || as === 'ranking') {
    const found: [string, unknown][] = [];
    for (const [key, part] of Object.entries(parts ?? {})) {
      const value = valueIn(form, part, language);
      if (value !== undefined) found.push([key, value]);
    }
    if (found.length === 0) return undefined;
    if (as === 'parts') return toObject(found);
    return found
      .sort(([, one], [, other]) => Number(one) - Number(other))
      .map(([key]) => typed(reading, key));
  }
  const filled = named(form, field)
    .filter((control) => !isBox(control) || control.checked)
    .map(({ value }) => value.trim())
    .filter((value) => value !== '');
  const [first] = filled;
  if (first === undefined) return undefined;
  if (as === 'many') return filled.map((value) => typed(reading, value));
  if (as === 'number') return numberIn(first, language) ?? undefined;
  return as === 'one' ? typed(reading, first) : first;
}

/** Values that are stored as something else than text. */
function typed({ values }: Reading, posted: string): unknown {
  return values && Object.prototype.hasOwnProperty.call(values, posted) ? values[posted] : posted;
}

function toObject(entries: [string, unknown][]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, value] of entries) object[key] = value;
  return object;
}
