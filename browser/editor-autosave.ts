import type { SaveFirst } from './editor-pages.js';

const PAUSE_MS = 1500;

/**
 * Saves the form of a page or question when typing pauses. The answer brings the number of the new step,
 * the outline and the preview up to date; the form itself stays as it is typed in.
 */
export function autosave(editor: HTMLElement): SaveFirst {
  let dirty: HTMLFormElement | null = null;
  let timer = 0;
  let saving: Promise<boolean> = Promise.resolve(true);

  const say = (text: string | undefined) => {
    const saved = document.getElementById('editor-saved');
    if (saved && text) saved.textContent = text;
  };

  const save = async (): Promise<boolean> => {
    const form = dirty;
    if (!form?.isConnected) return true;
    dirty = null;
    say(editor.dataset['saving']);
    try {
      const body = new URLSearchParams(new FormData(form) as never);
      body.set('then', 'stay');
      const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (response.status === 409) {
        document
          .querySelector('main')
          ?.replaceWith(document.importNode(page.querySelector('main') ?? page.body, true));
        return false;
      }
      // Something is not right yet: it stays typed, and is said when the form is sent by its button.
      if (!response.ok) {
        say(editor.dataset['unsaved']);
        return true;
      }
      takeOver(form, page);
      return true;
    } catch {
      dirty = form;
      say(editor.dataset['failed']);
      return false;
    }
  };

  const now = (): Promise<boolean> => {
    clearTimeout(timer);
    saving = saving.then(save);
    return saving;
  };

  editor.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form?.id !== 'element-form') return;
    say(editor.dataset['unsaved']);
    if (form.dataset['autosave'] !== 'yes') return;
    dirty = form;
    clearTimeout(timer);
    timer = window.setTimeout(() => void now(), PAUSE_MS);
  });
  // What was sent by a button is not saved once more.
  editor.addEventListener('submit', (event) => {
    if (event.target !== dirty) return;
    clearTimeout(timer);
    dirty = null;
  });
  addEventListener('beforeunload', (event) => {
    const added = document.querySelector<HTMLFormElement>('#element-form:not([data-autosave])');
    const isTyped = added?.querySelector<HTMLInputElement>('[name^="title."]')?.value;
    if (dirty || isTyped) event.preventDefault();
  });
  return { now, isNew: () => document.querySelector('#element-form:not([data-autosave])') !== null };
}

/** The form keeps what is typed; only its number, and what stands around it, follow the step. */
function takeOver(form: HTMLFormElement, page: Document): void {
  for (const id of ['editor-top', 'editor-pending', 'editor-tree', 'editor-questions']) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    const isWorkedIn = old?.contains(document.activeElement) ?? false;
    if (old && fresh && !isWorkedIn) old.replaceWith(document.importNode(fresh, true));
  }
  const fresh = page.querySelector<HTMLFormElement>('#element-form');
  const number = fresh?.querySelector<HTMLInputElement>('[name=number]')?.value;
  if (number !== undefined) {
    for (const field of document.querySelectorAll<HTMLInputElement>('.editor input[name=number]'))
      field.value = number;
  }
  const names = [form, fresh].map((one) => one?.querySelector<HTMLInputElement>('[name=was]'));
  if (names[0] && names[1]) {
    const { value } = names[1];
    for (const field of document.querySelectorAll<HTMLInputElement>('#editor-form input[name=was]'))
      field.value = value;
  }
  const frame = document.querySelector<HTMLIFrameElement>('#preview-frame');
  const shown = page.querySelector<HTMLIFrameElement>('#preview-frame');
  if (frame && shown && frame.dataset['number'] !== shown.dataset['number']) {
    frame.dataset['number'] = shown.dataset['number'] ?? '';
    const url = new URL(shown.src, location.href);
    url.searchParams.set('lang', frame.dataset['language'] ?? 'de');
    frame.contentWindow?.location.replace(url.href);
  }
}
