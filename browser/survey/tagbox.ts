import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import { all, filled, reveal, wordsOf } from './page.js';

/** Long lists of boxes can be searched, and say below what is chosen. */
export function searchLists(form: HTMLFormElement, { texts }: ScriptPlan): void {
  for (const group of all('fieldset.is-tagbox', form)) {
    all('.search', group).forEach(reveal);
    const search = group.querySelector<HTMLInputElement>('[data-search]');
    const found = group.querySelector('[data-found]');
    const chosen = group.querySelector<HTMLElement>('[data-chosen]');
    const boxes = all<HTMLInputElement>('.compact input:not([data-all])', group);
    if (!search || !found || !chosen) continue;

    const say = (): void => {
      const words = boxes.filter(({ checked }) => checked).map(wordsOf);
      chosen.hidden = words.length === 0;
      chosen.textContent = filled(texts.chosen, words.join(', '));
    };
    search.addEventListener('input', () => {
      const wanted = folded(search.value);
      const hits = boxes.filter((box) => {
        const isHit = folded(wordsOf(box)).includes(wanted);
        box.closest('label')?.classList.toggle('missed', !isHit);
        return isHit;
      });
      found.textContent = wanted ? filled(texts.found, hits.length, boxes.length) : '';
    });
    // Enter in the search would send the form.
    search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    group.addEventListener('change', say);
    say();
  }
}

/** Without regard to case and accents. */
function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}
