import type { Pages } from './pages.js';

/** Questions and pages are dragged by their grip; a line shows where they would come to stand. */
export function dragToMove(editor: HTMLElement, pages: Pages): void {
  let dragged: HTMLElement | null = null;
  const line = document.createElement('div');
  line.className = 'drop-line';

  editor.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest('.tree-grip') : null;
    const item = grip?.closest<HTMLElement>('[data-at]') ?? null;
    if (!grip || !item || event.button !== 0) return;
    event.preventDefault();
    dragged = item;
    item.classList.add('dragged');
    (grip as HTMLElement).setPointerCapture(event.pointerId);
  });

  editor.addEventListener('pointermove', (event) => {
    if (!dragged) return;
    const target = targetAt(event.clientY, dragged);
    if (target) target.list.insertBefore(line, target.before);
    const room = 60;
    if (event.clientY < room) scrollBy(0, -12);
    else if (event.clientY > innerHeight - room) scrollBy(0, 12);
  });

  const end = (isDropped: boolean) => {
    const item = dragged;
    dragged = null;
    item?.classList.remove('dragged');
    const list = line.parentElement;
    const before = line.nextElementSibling;
    line.remove();
    if (!isDropped || !item || !list) return;
    const items = itemsOf(list);
    const index = before ? items.indexOf(before as HTMLElement) : items.length;
    const at = item.dataset['at'] ?? '';
    const to = `${list.dataset['within'] ?? ''}@${index < 0 ? items.length : index}`;
    const label = item.dataset['label'] ?? '';
    const page = list.closest<HTMLElement>('.tree-page')?.dataset['label'] ?? '';
    const bodyOf = () => new URLSearchParams({ number: numberShown(), at, was: '', do: 'move', to });
    void pages.step(`${editor.dataset['editor'] ?? ''}/steps`, bodyOf).then((isSent) => {
      if (isSent) say(editor, label, index + 1, items.length, page);
    });
  };
  editor.addEventListener('pointerup', () => {
    if (dragged) end(true);
  });
  editor.addEventListener('pointercancel', () => {
    end(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && dragged) end(false);
  });
}

/** The list and the item before which something dropped at this height would stand. */
function targetAt(y: number, dragged: HTMLElement): { list: HTMLElement; before: HTMLElement | null } | null {
  const isPage = dragged.classList.contains('tree-page');
  const lists = [...document.querySelectorAll<HTMLElement>(isPage ? '.tree' : '.tree-list')].filter(
    (list) => !dragged.contains(list),
  );
  const near = lists
    .map((list) => ({
      list,
      box: list.closest('li')?.getBoundingClientRect() ?? list.getBoundingClientRect(),
    }))
    .filter(({ box }) => y >= box.top && y <= box.bottom);
  const list = near.at(-1)?.list ?? (isPage ? lists[0] : undefined);
  if (!list) return null;
  const before = itemsOf(list).find((item) => {
    const box = (item.querySelector('.tree-row') ?? item).getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return { list, before: before ?? null };
}

function numberShown(): string {
  return document.querySelector<HTMLInputElement>('#tree-form [name=number]')?.value ?? '';
}

function itemsOf(list: Element): HTMLElement[] {
  return [...list.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && 'at' in child.dataset,
  );
}

function say(editor: HTMLElement, what: string, place: number, of: number, page: string): void {
  const where = (editor.dataset['position'] ?? '')
    .replace('{n}', String(place))
    .replace('{of}', String(of))
    .replace('{page}', page);
  const says = document.getElementById('editor-says');
  if (says) says.textContent = (editor.dataset['moved'] ?? '').replace('{what}', what).replace('{to}', where);
}
