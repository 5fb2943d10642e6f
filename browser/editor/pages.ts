import { saySaved } from './saved.js';
import type { TypedForm } from './typed.js';

/** A way to move on within the editor. */
export interface Pages {
  /**
   * Saves what is typed, then sends a step; what it says is asked for once all else is saved.
   *
   * @returns whether it was sent
   */
  step(url: string, bodyOf: () => URLSearchParams): Promise<boolean>;
}

const PARTS = [
  'editor-top',
  'editor-report',
  'editor-pending',
  'editor-tree',
  'editor-form',
  'preview-head',
  'editor-questions',
];

/** An answer that is no page of the editor, such as the one to sign in. */
class AnsweredElsewhere extends Error {}

/** Takes links and forms of the editor over: the parts that changed are exchanged, the rest stays. */
export function followLinksAndForms(editor: HTMLElement, typed: TypedForm): Pages {
  const base = editor.dataset['editor'] ?? '';
  let shownAt = location.href;

  const show = async (response: Response, push: boolean): Promise<void> => {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const isEditor =
      page.querySelector('[data-editor]') !== null && page.getElementById('editor-tree') !== null;
    if (!isEditor || !document.getElementById('editor-tree')) {
      // Another view or a question to be answered: shown as the page it is.
      if (response.ok && push) location.assign(response.url);
      else replaceMain(page);
      return;
    }
    const focused = document.activeElement?.id ?? '';
    for (const id of PARTS) exchange(id, page);
    sayNotice(page);
    document.title = page.title;
    if (push) history.pushState({}, '', response.url);
    shownAt = location.href;
    refreshPreview(page);
    focusAfter(focused);
    editor.dispatchEvent(new CustomEvent('editor:shown'));
  };

  const go = async (url: string, push = true): Promise<void> => {
    await show(await fetch(url, { headers: { accept: 'text/html' } }), push);
  };
  const send = async (url: string, body: URLSearchParams): Promise<void> => {
    const response = await fetch(url, { method: 'POST', body, headers: { accept: 'text/html' } });
    const isElsewhere = response.redirected && !new URL(response.url).pathname.startsWith(base);
    if (isElsewhere || response.status >= 500) throw new AnsweredElsewhere();
    // A form that is asked for again has no address of its own.
    await show(response, response.redirected);
  };
  const failed = (error: unknown) => {
    saySaved(editor, error instanceof AnsweredElsewhere ? 'lost' : 'failed');
  };
  const step = async (url: string, bodyOf: () => URLSearchParams): Promise<boolean> => {
    try {
      return await typed.saveThen(() => send(url, bodyOf()));
    } catch (error) {
      failed(error);
      return false;
    }
  };

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !isPlain || link.target || link.hasAttribute('download') || event.defaultPrevented) return;
    const url = new URL(link.href);
    if (!document.getElementById('editor-tree') || isSamePage(url.href, location.href, url.hash)) return;
    const isWithin = editor.contains(link) && url.pathname === base;
    if (!isWithin && !typed.isUnsaved()) return;
    event.preventDefault();
    const leave = isWithin ? () => go(link.href) : () => load(link.href);
    const left = 'discard' in link.dataset ? leave() : typed.saveThen(leave);
    void left.catch(failed);
  });

  editor.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !document.getElementById('editor-tree')) return;
    const { submitter } = event;
    const url = form.action;
    if (new URL(url).pathname !== `${base}/steps`) {
      if (!typed.isUnsaved()) return;
      event.preventDefault();
      event.stopPropagation();
      void typed
        .saveThen(() => {
          form.requestSubmit(submitter);
          return Promise.resolve();
        })
        .catch(failed);
      return;
    }
    event.preventDefault();
    // Saving exchanges nothing but numbers, so the form can still be read.
    const bodyOf = () => new URLSearchParams(new FormData(form, submitter) as never);
    if (form.id !== 'element-form') void step(url, bodyOf);
    else
      void typed
        .settled()
        .then(() => send(url, bodyOf()))
        .catch(failed);
  });

  addEventListener('popstate', () => {
    const wanted = location.href;
    if (isSamePage(wanted, shownAt, '#')) return;
    void typed
      .saveThen(() => go(wanted, location.href !== wanted))
      .then((left) => {
        if (!left) history.pushState({}, '', shownAt);
      })
      .catch(failed);
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

  return { step };
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

/** Whether an address differs from the one shown in nothing but the place on the page. */
function isSamePage(wanted: string, shown: string, hash: string): boolean {
  return hash !== '' && wanted.split('#')[0] === shown.split('#')[0];
}

function load(url: string): Promise<void> {
  location.assign(url);
  return Promise.resolve();
}

/** Exchanges a part that has changed; what can be opened and was stays open. */
function exchange(id: string, page: Document): void {
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
  if (!old || !fresh) return;
  for (const opened of old.querySelectorAll('details[id][open]'))
    page.getElementById(opened.id)?.setAttribute('open', '');
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
