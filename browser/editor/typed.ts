import { saySaved, showUnsaved, takeOver } from './saved.js';

const PAUSE_MS = 1500;

/** The form that is typed in: nothing typed goes away unless it is saved, or staff say that it may. */
export interface TypedForm {
  isUnsaved(): boolean;
  /** Waits until what is being sent has been answered. */
  settled(): Promise<void>;
  /**
   * Saves what is typed, then leaves the form. Where it cannot be saved the form stays, says why, and offers to
   * leave without it.
   *
   * @returns whether it was left
   */
  saveThen(leave: () => Promise<void>): Promise<boolean>;
}

type Outcome =
  | { kind: 'saved' }
  /** A field is wrong: the page shows the form with what is. */
  | { kind: 'refused'; page: Document }
  /** It could not be sent, or somebody was faster; which is said. */
  | { kind: 'stopped' };

/**
 * Saves the form of a page or question when typing pauses. The answer brings the number of the new step,
 * the outline and the preview up to date; the form itself stays as it is typed in.
 */
export function guardTyped(editor: HTMLElement): TypedForm {
  let typed = formWithErrors();
  let timer = 0;
  let saving: Promise<Outcome> = Promise.resolve({ kind: 'saved' });

  const isUnsaved = () => typed?.isConnected === true && !isBlank(typed);

  const send = async (form: HTMLFormElement): Promise<Outcome> => {
    saySaved(editor, 'saving');
    const body = fieldsOf(form);
    const sent = body.toString();
    body.set('then', 'stay');
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (response.status === 409) {
      const conflict = document.importNode(page.querySelector('main') ?? page.body, true);
      document.querySelector('main')?.replaceWith(conflict);
      return { kind: 'stopped' };
    }
    const isForm = page.getElementById('element-form') !== null;
    if (response.status === 422 && isForm) {
      saySaved(editor, 'refused');
      return { kind: 'refused', page };
    }
    // Something else than the editor has answered, such as the page to sign in.
    if (!response.ok || !isForm) {
      saySaved(editor, 'lost');
      return { kind: 'stopped' };
    }
    if (fieldsOf(form).toString() === sent) typed = null;
    takeOver(form, page);
    return { kind: 'saved' };
  };

  const save = (): Promise<Outcome> => {
    clearTimeout(timer);
    saving = saving.then(async () => {
      if (!typed?.isConnected) return { kind: 'saved' };
      try {
        return await send(typed);
      } catch {
        saySaved(editor, 'failed');
        return { kind: 'stopped' };
      }
    });
    return saving;
  };

  const discard = (leave: () => Promise<void>) => {
    const form = typed;
    typed = null;
    void leave().catch(() => {
      typed = form;
      saySaved(editor, 'failed');
    });
  };

  const saveThen = async (leave: () => Promise<void>): Promise<boolean> => {
    await saving;
    while (typed && isUnsaved()) {
      const isNew = typed.dataset['autosave'] !== 'yes';
      const outcome: Outcome = isNew ? { kind: 'refused', page: document } : await save();
      if (outcome.kind === 'stopped') return false;
      if (outcome.kind === 'saved') continue;
      typed = showUnsaved(typed, outcome.page, () => {
        discard(leave);
      });
      return false;
    }
    typed = null;
    await leave();
    return true;
  };

  editor.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form?.id !== 'element-form') return;
    saySaved(editor, 'unsaved');
    typed = form;
    clearTimeout(timer);
    if (form.dataset['autosave'] === 'yes') timer = window.setTimeout(() => void save(), PAUSE_MS);
  });
  // What is sent by a button is not saved once more.
  editor.addEventListener('submit', (event) => {
    if (event.target === typed) clearTimeout(timer);
  });
  editor.addEventListener('editor:shown', () => {
    clearTimeout(timer);
    typed = formWithErrors();
  });
  addEventListener('beforeunload', (event) => {
    if (isUnsaved()) event.preventDefault();
  });
  return { isUnsaved, saveThen, settled: () => saving.then(() => undefined) };
}

/** A form that came back with something wrong holds what was typed, though nobody has typed in this one yet. */
function formWithErrors(): HTMLFormElement | null {
  const form = document.querySelector<HTMLFormElement>('#element-form');
  return form?.querySelector('[aria-invalid=true]') ? form : null;
}

/** A new question in which nothing stands is nothing to be lost. */
function isBlank(form: HTMLFormElement): boolean {
  if (form.dataset['autosave'] === 'yes') return false;
  const texts = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea');
  return [...texts].every(({ value }) => value.trim() === '');
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams(new FormData(form) as never);
}
