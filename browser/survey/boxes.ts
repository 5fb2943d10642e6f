import { all, named, reveal, tell } from './page.js';

/** „Nichts davon“ stands alone, and „alle auswählen“ chooses everything else. */
export function watchBoxes(form: HTMLFormElement): void {
  all('.all[data-script]', form).forEach(reveal);
  form.addEventListener('change', ({ target }) => {
    const box = target as HTMLInputElement;
    if (box.type !== 'checkbox') return;
    const group = box.closest('fieldset');
    if (!group) return;
    if ('all' in box.dataset) chooseAll(group, box.checked);
    else if (box.checked) {
      const isAlone = 'alone' in box.dataset;
      for (const other of named(form, box.name) as HTMLInputElement[])
        if (other !== box && (isAlone || 'alone' in other.dataset)) other.checked = false;
    }
    const whole = group.querySelector<HTMLInputElement>('[data-all]');
    if (whole) whole.checked = ordinary(group).every(({ checked }) => checked);
  });
}

function chooseAll(group: Element, isChosen: boolean): void {
  const boxes = ordinary(group);
  for (const box of boxes) box.checked = isChosen;
  for (const box of all<HTMLInputElement>('[data-alone]', group)) box.checked = false;
  if (boxes[0]) tell(boxes[0]);
}

/** Boxes that stand for an answer that goes with others. */
function ordinary(group: Element): HTMLInputElement[] {
  return all<HTMLInputElement>('input[type=checkbox]', group).filter(
    ({ dataset, disabled }) => !('all' in dataset || 'alone' in dataset || 'other' in dataset || disabled),
  );
}
