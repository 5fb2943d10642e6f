/** What is known of the form that is typed in, each said in words that the page brings along. */
type SavedState = 'saving' | 'unsaved' | 'refused' | 'failed' | 'lost';

/** Says whether what is typed is saved, beside undo and redo. */
export function saySaved(editor: HTMLElement, state: SavedState): void {
  const saved = document.getElementById('editor-saved');
  const words = editor.dataset[state];
  if (saved && words) saved.textContent = words;
}

/** The form keeps what is typed; only its number, and what stands around it, follow the step. */
export function takeOver(form: HTMLFormElement, page: Document): void {
  document.getElementById('editor-unsaved')?.setAttribute('hidden', '');
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

/**
 * The form that was to be left, with what is wrong in it; buttons lead to that, and away without saving.
 *
 * @param page where its errors are shown; the shown one for a form that was not sent
 * @returns the form as it stands now
 */
export function showUnsaved(form: HTMLFormElement, page: Document, discard: () => void): HTMLFormElement {
  const answered = page === document ? null : page.querySelector<HTMLFormElement>('#element-form');
  const shown = answered ? document.importNode(answered, true) : form;
  if (shown !== form) form.replaceWith(shown);
  const notice = document.getElementById('editor-unsaved');
  if (!notice) return shown;
  notice.hidden = false;
  onClick(notice, 'discard', discard);
  onClick(notice, 'wrong', () => {
    shown.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  });
  notice.focus();
  return shown;
}

function onClick(notice: HTMLElement, name: string, act: () => void): void {
  const button = notice.querySelector<HTMLButtonElement>(`button[name=${name}]`);
  if (button) button.onclick = act;
}
