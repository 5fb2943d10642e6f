import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import type { Values } from './form-values.js';
import { all, isBox, named, wordsOf } from './page.js';

/**
 * Renews what is calculated and every text that shows an answer, as far as this page can change them: of all
 * else the server has said what it is.
 */
export function showResults(form: HTMLFormElement, given: ScriptPlan, values: Values): void {
  for (const name of Object.keys(given.outputs)) {
    const output = given.outputs[name];
    const element = output && document.getElementById(output.id);
    if (element && name in values) setText(element, resultIn(given, values, name));
  }
  for (const place of all('[data-pipe]')) {
    const path = place.dataset['pipe'] ?? '';
    const name = path.toLowerCase();
    const words = answerIn(form, path);
    if (words !== null || name in values) setText(place, words ?? resultIn(given, values, name));
  }
}

/** Screen readers say an output again only when it changes. */
function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function resultIn({ language, outputs }: ScriptPlan, values: Values, name: string): string {
  const value = values[name];
  const output = outputs[name];
  if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'boolean') return '';
  const text =
    typeof value === 'number'
      ? value.toLocaleString(language, output?.number)
      : dateOr(String(value), language);
  return output?.format ? output.format.split('{0}').join(text) : text;
}

/** Dates are written out, everything else stays as it is. */
function dateOr(text: string, language: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  return new Date(text).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** What is chosen or typed under a name, in words; null if the page has no such question. */
function answerIn(form: HTMLFormElement, path: string): string | null {
  const controls = named(form, `q.${path}`);
  if (controls.length === 0) return null;
  const words: string[] = [];
  for (const control of controls) {
    if (isBox(control)) {
      if (control.checked) words.push(ownWords(form, path, control) || wordsOf(control));
    } else if (control instanceof HTMLSelectElement) {
      const option = control.options[control.selectedIndex];
      if (control.value) words.push((option?.textContent ?? '').trim());
    } else
      words.push(
        control.type === 'date' ? dateOr(control.value, document.documentElement.lang) : control.value,
      );
  }
  return words.join(', ');
}

/** Words for „Sonstiges“ stand in its place. */
function ownWords(form: HTMLFormElement, path: string, box: HTMLInputElement): string {
  if (box.value !== 'other') return '';
  return named(form, `q.${path}-Comment`)[0]?.value ?? '';
}
