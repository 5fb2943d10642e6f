import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import { all, filled, tell } from './page.js';

interface Entry {
  line: HTMLElement;
  select: HTMLSelectElement;
  words: string;
  place: HTMLElement;
  up: HTMLButtonElement;
  down: HTMLButtonElement;
}

/**
 * Turns a list of places to choose into one that is put in order: by buttons, with a word on every move,
 * or by dragging. The places are kept in the lists they were chosen from, which are sent as before.
 */
export function sortRankings(form: HTMLFormElement, { texts }: ScriptPlan): void {
  for (const list of all('ol[data-ranking]', form)) sortable(list, texts);
}

function sortable(list: HTMLElement, texts: ScriptPlan['texts']): void {
  const isWhole = list.dataset['ranking'] === 'all';
  const status = add(list.parentNode, 'p', 'aside');
  status.setAttribute('role', 'status');
  const take = add(list.parentNode, 'button', 'secondary small');
  take.type = 'button';
  take.textContent = texts.takeOrder;
  const clear = add(list.parentNode, 'button', 'clear');
  clear.type = 'button';
  clear.textContent = texts.clearOrder;

  /** As they stand, the ranked ones first. */
  let entries = all('li', list)
    .map((line) => entryOf(line, texts))
    .filter((entry): entry is Entry => entry !== null);
  const given = entries.map(({ select }) => Number(select.value) || Infinity);
  let ranked = given.filter((place) => place < Infinity).length;
  entries = entries
    .map((entry, index) => ({ entry, place: given[index] ?? Infinity, index }))
    .sort((one, other) => (one.place === other.place ? one.index - other.index : one.place - other.place))
    .map(({ entry }) => entry);

  /** Shows the order; with `moved`, sends it to the lists and says where that entry is now. */
  const show = (moved?: Entry): void => {
    entries.forEach((entry, index) => {
      const isRanked = index < ranked;
      list.appendChild(entry.line);
      entry.place.textContent = isRanked ? String(index + 1) : '–';
      entry.line.classList.toggle('unranked', !isRanked);
      if (moved) entry.select.value = isRanked ? String(index + 1) : '';
      setOff(entry.up, isRanked && index === 0);
      setOff(entry.down, isWhole ? index === entries.length - 1 : !isRanked);
    });
    take.hidden = !isWhole || ranked > 0;
    clear.hidden = ranked === 0 || list.parentNode?.querySelector('[data-required]:not([hidden])') !== null;
    if (!moved) return;
    const place = entries.indexOf(moved);
    status.textContent =
      place < ranked
        ? filled(texts.place, moved.words, place + 1, ranked)
        : filled(texts.unplaced, moved.words);
    tell(moved.select);
  };

  const moveTo = (entry: Entry, to: number): void => {
    const from = entries.indexOf(entry);
    if (isWhole) ranked = entries.length;
    else if (from >= ranked && to <= ranked) ranked += 1;
    else if (from < ranked && to >= ranked) ranked -= 1;
    entries.splice(from, 1);
    entries.splice(to, 0, entry);
    show(entry);
  };

  for (const entry of entries) {
    const press = (button: HTMLButtonElement, by: number): void => {
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') === 'true') return;
        const from = entries.indexOf(entry);
        if (!isWhole && from >= ranked) moveTo(entry, ranked);
        else if (!isWhole && from === ranked - 1 && by > 0) moveOut(entry);
        else moveTo(entry, from + by);
        // Moving a line in the page takes the focus from what lies in it.
        button.focus();
      });
    };
    press(entry.up, -1);
    press(entry.down, 1);
    draggable(entry, entries.length, (y) => {
      const to = entries.filter(({ line }) => line !== entry.line && middleOf(line) < y).length;
      if (to !== entries.indexOf(entry)) moveTo(entry, to);
    });
  }
  /** The last ranked entry stays where it is and loses its place. */
  const moveOut = (entry: Entry): void => {
    ranked -= 1;
    show(entry);
  };
  take.addEventListener('click', () => {
    const [first] = entries;
    ranked = entries.length;
    if (first) show(first);
    first?.down.focus();
  });
  clear.addEventListener('click', () => {
    ranked = 0;
    for (const entry of entries) show(entry);
    status.textContent = texts.cleared;
    entries[0]?.up.focus();
  });
  list.classList.add('sorted');
  show();
}

function entryOf(line: HTMLElement, texts: ScriptPlan['texts']): Entry | null {
  const select = line.querySelector('select');
  const label = line.querySelector('label');
  if (!select || !label || line.hidden) return null;
  const words = label.textContent.trim();
  const place = add(null, 'span', 'place');
  line.insertBefore(place, label);
  const button = (sign: string, text: string): HTMLButtonElement => {
    const made = add(line, 'button', 'move');
    made.type = 'button';
    made.textContent = sign;
    made.disabled = select.disabled;
    made.setAttribute('aria-label', filled(text, words));
    return made;
  };
  const up = button('↑', texts.up);
  const down = button('↓', texts.down);
  // Messages about what is wrong lead to the control by its id.
  up.id = select.id;
  select.removeAttribute('id');
  label.removeAttribute('for');
  select.hidden = true;
  return { line, select, words, place, up, down };
}

function draggable({ line }: Entry, count: number, moved: (y: number) => void): void {
  line.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || count < 2 || (event.target as Element).closest('button')) return;
    if (event.pointerType === 'touch' && !(event.target as Element).closest('.place')) return;
    event.preventDefault();
    line.classList.add('dragged');
    const move = ({ clientY }: PointerEvent): void => {
      moved(clientY);
    };
    const end = (): void => {
      line.classList.remove('dragged');
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  });
}

function middleOf(line: Element): number {
  const { top, height } = line.getBoundingClientRect();
  return top + height / 2;
}

/** A button without a use keeps the focus and says so. */
function setOff(button: HTMLButtonElement, isOff: boolean): void {
  button.setAttribute('aria-disabled', String(isOff));
}

function add<Name extends keyof HTMLElementTagNameMap>(
  to: ParentNode | null,
  name: Name,
  look: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = look;
  to?.appendChild(made);
  return made;
}
