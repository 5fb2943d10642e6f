/** Ways to move on within the editor. */
export interface Pages {
  go(url: string): Promise<void>;
  send(url: string, body: URLSearchParams): Promise<void>;
}

/** Saves what is typed before the form goes away; false where that failed and the form must stay. */
export type SaveFirst = { now(): Promise<boolean>; isNew(): boolean };

const PARTS = [
  'editor-top',
  'editor-pending',
  'editor-tree',
  'editor-form',
  'preview-head',
  'editor-questions',
];

/** Takes links and forms of the editor over: the parts that changed are exchanged, the rest stays. */
export function followLinksAndForms(editor: HTMLElement, save: SaveFirst): Pages {
  const base = editor.dataset['editor'] ?? '';

  const show = async (response: Response, push: boolean): Promise<void> => {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const isEditor =
      page.querySelector('[data-editor]') !== null && page.getElementById('editor-tree') !== null;
    // What answers a step without leading on stands at an address that cannot be opened.
    const canBeOpened = new URL(response.url).pathname !== `${base}/steps`;
    if (!isEditor || !document.getElementById('editor-tree')) {
      // Another view or a question to be answered: shown as the page it is.
      if (response.ok && canBeOpened) location.assign(response.url);
      else replaceMain(page);
      return;
    }
    const focused = document.activeElement?.id ?? '';
    for (const id of PARTS) exchange(id, page);
    sayNotice(page);
    document.title = page.title;
    if (push && canBeOpened) history.pushState({}, '', response.url);
    refreshPreview(page);
    focusAfter(focused);
    editor.dispatchEvent(new CustomEvent('editor:shown'));
  };

  const go = async (url: string, push = true): Promise<void> => {
    await show(await fetch(url, { headers: { accept: 'text/html' } }), push);
  };
  const send = async (url: string, body: URLSearchParams): Promise<void> => {
    await show(await fetch(url, { method: 'POST', body, headers: { accept: 'text/html' } }), true);
  };
  const failed = () => {
    const saved = document.getElementById('editor-saved');
    if (saved) saved.textContent = editor.dataset['failed'] ?? '';
  };

  editor.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !isPlain || link.target) return;
    const url = new URL(link.href);
    if (url.pathname !== base || !document.getElementById('editor-tree')) return;
    event.preventDefault();
    void save
      .now()
      .then((saved) => (saved ? go(link.href) : undefined))
      .catch(failed);
  });

  editor.addEventListener('submit', (event) => {
    const form = event.target;
    const isStep = form instanceof HTMLFormElement && new URL(form.action).pathname === `${base}/steps`;
    if (!isStep || !document.getElementById('editor-tree')) return;
    event.preventDefault();
    const url = form.action;
    const { submitter } = event;
    void (async () => {
      const isMain = form.id === 'element-form';
      if (!isMain && !(await save.now())) return;
      // Saving exchanges nothing but numbers, so the form can still be read.
      await send(url, new URLSearchParams(new FormData(form, submitter) as never));
    })().catch(failed);
  });

  addEventListener('popstate', () => {
    void go(location.href, false).catch(failed);
  });

  document.addEventListener('keydown', (event) => {
    const inField =
      event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === 'Enter') {
      document.getElementById('save-next')?.click();
      event.preventDefault();
    } else if (command && !inField && event.key.toLowerCase() === 'z') {
      const which = event.shiftKey ? 'redo' : 'undo';
      editor.querySelector<HTMLButtonElement>(`button[name=do][value=${which}]`)?.click();
      event.preventDefault();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) moveOn(event);
  });

  return { go, send };
}

/** Enter in a line of the form leads to the next field, as the form is not done yet. */
function moveOn(event: KeyboardEvent): void {
  const field = event.target as HTMLInputElement;
  if (field.form?.id !== 'element-form' || field.type === 'checkbox') return;
  event.preventDefault();
  const fields = [
    ...field.form.querySelectorAll<HTMLElement>(
      'input:not([type=hidden]), textarea, select, button, summary',
    ),
  ];
  const visible = fields.filter((candidate) => candidate.offsetParent !== null);
  visible[visible.indexOf(field) + 1]?.focus();
}

function exchange(id: string, page: Document): void {
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
  if (!old || !fresh) return;
  if (old.outerHTML !== fresh.outerHTML) old.replaceWith(document.importNode(fresh, true));
}

function replaceMain(page: Document): void {
  const [old, fresh] = [document.querySelector('main'), page.querySelector('main')];
  if (old && fresh) old.replaceWith(document.importNode(fresh, true));
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('main')?.focus();
}

function sayNotice(page: Document): void {
  document.querySelector('.page-notice')?.remove();
  const notice = page.querySelector('.page-notice');
  const main = document.querySelector('main');
  if (notice && main) main.prepend(document.importNode(notice, true));
}

/** The frame goes on to the page that is edited, at the step it stands at; in the language chosen last. */
function refreshPreview(page: Document): void {
  const frame = document.querySelector<HTMLIFrameElement>('#preview-frame');
  const fresh = page.querySelector<HTMLIFrameElement>('#preview-frame');
  if (!frame || !fresh) return;
  const isSame =
    frame.dataset['page'] === fresh.dataset['page'] && frame.dataset['number'] === fresh.dataset['number'];
  frame.dataset['page'] = fresh.dataset['page'] ?? '0';
  frame.dataset['number'] = fresh.dataset['number'] ?? '0';
  if (isSame) return;
  const url = new URL(fresh.src, location.href);
  const language = frame.dataset['language'];
  if (language) url.searchParams.set('lang', language);
  frame.contentWindow?.location.replace(url.href);
}

/** A new form is begun at its first field, the choice of a kind at the kind chosen last. */
function focusAfter(focused: string): void {
  const summary = document.querySelector<HTMLElement>('#element-form [aria-invalid=true]');
  const kind =
    document.querySelector<HTMLElement>('#kind-picker [data-last=yes]') ??
    document.querySelector<HTMLElement>('#kind-picker .kind');
  const isNew = document.querySelector('#element-form [name=do][value=add]') !== null;
  const first = document.querySelector<HTMLElement>(
    '#element-form input:not([type=hidden]), #element-form textarea',
  );
  const before = focused ? document.getElementById(focused) : null;
  const current = document.querySelector<HTMLElement>('#editor-tree [aria-current=true]');
  const target = summary ?? kind ?? (isNew ? first : null) ?? before ?? current;
  target?.focus({ preventScroll: target === current });
}
