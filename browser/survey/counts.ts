import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import { all, filled } from './page.js';

/** Says how many of the most that may be chosen are chosen, as it happens. */
export function countChosen(form: HTMLFormElement, { texts }: ScriptPlan): void {
  for (const line of all('[data-chosen-most]', form)) {
    const group = line.closest('fieldset');
    if (!group) continue;
    const most = Number(line.dataset['chosenMost']);
    const say = (): void => {
      const count = all('input:checked:not([data-all])', group).length;
      const text = count === 0 ? '' : filled(count > most ? texts.countedOver : texts.counted, count, most);
      if (line.textContent !== text) line.textContent = text;
      line.classList.toggle('over', count > most);
    };
    form.addEventListener('change', say);
    say();
  }
}
