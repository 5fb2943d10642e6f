import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import { all, tell } from './page.js';

/** Questions of which something chosen cannot be unchosen by touching it again. */
const GROUPS = ['radiogroup', 'rating', 'boolean', 'imagepicker', 'matrix']
  .map((kind) => `fieldset.is-${kind}`)
  .join();

/** Gives questions that need no answer a way back to none. */
export function offerClearing(form: HTMLFormElement, { texts }: ScriptPlan): void {
  for (const group of all(GROUPS, form)) {
    const chosen = (): HTMLInputElement[] => all<HTMLInputElement>('input[type=radio]:checked', group);
    if (all('input[type=radio]', group).length === 0) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'clear';
    button.textContent = texts.clear;
    const status = document.createElement('p');
    status.className = 'aside';
    status.setAttribute('role', 'status');
    group.appendChild(button);
    group.appendChild(status);

    const update = (): void => {
      button.hidden = chosen().length === 0 || group.querySelector('[data-required]:not([hidden])') !== null;
      if (!button.hidden) status.textContent = '';
    };
    button.addEventListener('click', () => {
      const boxes = chosen();
      for (const box of boxes) box.checked = false;
      if (boxes[0]) {
        tell(boxes[0]);
        // The button goes, and the focus with it.
        boxes[0].focus();
      }
      status.textContent = texts.cleared;
    });
    form.addEventListener('change', update);
    addEventListener('pageshow', update);
    update();
  }
}
