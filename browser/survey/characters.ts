import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import { all, filled } from './page.js';

/** A limit further away than this is nothing to think of. */
const NEAR = 0.2;

/** Says below a text how much room is left, once it gets little. */
export function countCharacters(form: HTMLFormElement, { texts }: ScriptPlan): void {
  for (const area of all<HTMLTextAreaElement>('textarea[data-most]', form)) {
    const most = Number(area.dataset['most']);
    const line = document.createElement('p');
    line.className = 'hint count';
    line.setAttribute('role', 'status');
    area.insertAdjacentElement('afterend', line);
    const say = (): void => {
      const left = most - Array.from(area.value).length;
      line.textContent =
        left > most * NEAR
          ? ''
          : filled(left < 0 ? texts.charactersOver : texts.charactersLeft, Math.abs(left));
    };
    area.addEventListener('input', say);
    say();
  }
}
