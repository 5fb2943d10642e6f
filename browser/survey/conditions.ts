import type { BrowserPlan } from '../../src/questionnaire/browser/browser-plan.js';
import { evaluate, isTrue, type ValueOf } from '../../src/questionnaire/expressions/evaluate-expression.js';
import type { Expression } from '../../src/questionnaire/expressions/expression.js';
import { plainValue } from '../../src/questionnaire/expressions/plain-value.js';
import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import { type Values, valueIn } from './form-values.js';
import { all, filled, isBox } from './page.js';
import { showResults } from './results.js';

/** As often as the server evaluates expressions again when one changes what another reads. */
const ROUNDS = 10;

/** Shows, hides, opens and closes what depends on the answers of this page, as the server will. */
export function keepConditions(form: HTMLFormElement, given: ScriptPlan): void {
  const { plan } = given;
  if (!plan) return;
  let kept: Values = {};
  let seen: readonly HTMLElement[] | null = null;
  const status = document.createElement('p');
  status.className = 'aside';
  status.setAttribute('role', 'status');
  form.appendChild(status);
  const update = (): void => {
    let values = valuesOf(form, given, plan, kept);
    for (let round = 0; round < ROUNDS && clearUnavailable(plan, values); round++)
      values = valuesOf(form, given, plan, kept);
    kept = values;
    showElements(plan, values);
    showResults(form, given, values);
    const frames = all('[data-question]', form).filter((frame) => !frame.closest('[hidden]'));
    if (seen) announce(status, frames, seen, given);
    seen = frames;
    const shown = form.elements.namedItem('shown') as HTMLInputElement | null;
    if (shown) shown.value = frames.map((frame) => frame.dataset['question']).join(' ');
  };
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  // Browsers fill forms in again without a word when people come back.
  addEventListener('pageshow', update);
  update();
}

/** Says which questions have come up, for those who do not see it. */
function announce(
  status: Element,
  shown: readonly HTMLElement[],
  before: readonly HTMLElement[],
  { texts }: ScriptPlan,
): void {
  const come = shown.filter((frame) => before.indexOf(frame) < 0);
  const titles = come.map((frame) => ((frame.querySelector('.title') || frame).textContent || '').trim());
  if (titles.length > 0) status.textContent = filled(texts.appeared, titles.join('; '));
  else if (shown.length < before.length) status.textContent = '';
}

function valuesOf(
  form: HTMLFormElement,
  { language }: ScriptPlan,
  plan: BrowserPlan,
  before: Values,
): Values {
  const values = Object.assign({}, plan.values);
  for (const name of Object.keys(plan.fields)) {
    const reading = plan.fields[name];
    if (reading) values[name] = valueIn(form, reading, language.slice(0, 2));
  }
  let last = '';
  for (let round = 0; round < ROUNDS && last !== (last = JSON.stringify(values)); round++) {
    for (const [name, expression, enableIf] of plan.calculated) {
      const isKept = enableIf !== null && evaluateIn(plan, enableIf, values) === false;
      const value = evaluateIn(plan, expression, values);
      values[name] = isKept ? before[name] : enableIf === null ? value : plainValue(value);
    }
  }
  return values;
}

function evaluateIn({ now }: BrowserPlan, expression: Expression, values: Values): unknown {
  return evaluate(expression, from(values), now);
}

function from(values: Values, choice?: string | number): ValueOf {
  return (name) => {
    const key = name.toLowerCase();
    return choice !== undefined && /^(item|choice)$/.test(key) ? choice : values[key];
  };
}

/** Puts choices on offer or away; a chosen one that goes is cleared. True if there was one. */
function clearUnavailable({ choices, now }: BrowserPlan, values: Values): boolean {
  let isTaken = false;
  for (const [selector, value, visibleIf, enableIf] of choices) {
    const holds = (condition: Expression | null): boolean =>
      condition === null || isTrue(condition, from(values, value), now);
    const isAway = !holds(visibleIf);
    const isUnavailable = isAway || !holds(enableIf);
    for (const part of all(selector)) {
      const line = part.matches('option,[data-column]') ? part : part.closest<HTMLElement>('label,li,tr');
      if (!line) continue;
      line.hidden = isAway;
      const controls = line.matches('option') ? [line] : all('input,select,textarea', line);
      for (const control of controls as HTMLInputElement[]) {
        control.disabled = isUnavailable;
        if (isAway && line.matches('option,label,li')) isTaken = clear(control) || isTaken;
      }
    }
  }
  return isTaken;
}

function clear(control: HTMLElement): boolean {
  if (control instanceof HTMLOptionElement) {
    const wasChosen = control.selected;
    control.selected = false;
    return wasChosen;
  }
  if (control instanceof HTMLSelectElement) {
    const wasChosen = control.value !== '';
    control.value = '';
    return wasChosen;
  }
  const wasChosen = isBox(control) && control.checked;
  if (isBox(control)) control.checked = false;
  return wasChosen;
}

function showElements(plan: BrowserPlan, values: Values): void {
  // What lies inside comes first: a panel goes with the last of it.
  for (const [id, visibleIf, enableIf, requiredIf] of plan.elements.slice().reverse()) {
    const frame = document.getElementById(`e${id.replace(/\./g, '_')}`);
    if (!frame) continue;
    const isEmptied =
      frame.matches('.panel') &&
      Array.from(frame.children).every(
        (child) => (child as HTMLElement).hidden || !/^e[\d_]+$/.test(child.id),
      );
    frame.hidden = isEmptied || (visibleIf !== null && evaluateIn(plan, visibleIf, values) !== true);
    if (enableIf !== null) {
      const isOff = evaluateIn(plan, enableIf, values) === false;
      if (isOff) frame.dataset['off'] = '';
      else delete frame.dataset['off'];
      for (const hint of Array.from(frame.children))
        if (hint.matches('[data-locked]')) (hint as HTMLElement).hidden = !isOff;
    }
    if (requiredIf !== null) setRequired(frame, evaluateIn(plan, requiredIf, values) === true);
  }
  for (const [id, , enableIf] of plan.elements) {
    const frame = enableIf === null ? null : document.getElementById(`e${id.replace(/\./g, '_')}`);
    if (frame) for (const one of [frame, ...all('[data-question]', frame)]) setDisabled(one);
  }
}

function setDisabled(frame: HTMLElement): void {
  if (!frame.dataset['question']) return;
  const isOff = frame.closest('[data-off]') !== null;
  const controls = frame.matches('fieldset') ? [frame] : all('input,select,textarea', frame);
  for (const control of controls as HTMLInputElement[]) control.disabled = isOff;
}

function setRequired(frame: HTMLElement, isNeeded: boolean): void {
  for (const mark of all('[data-required]', frame)) mark.hidden = !isNeeded;
  const control = document.getElementById(frame.id.replace('e', 'q')) as HTMLInputElement | null;
  if (control) control.required = isNeeded;
  if (frame.getAttribute('role') === 'radiogroup') frame.setAttribute('aria-required', String(isNeeded));
}
