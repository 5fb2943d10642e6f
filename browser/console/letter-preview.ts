import { showLetter } from './letter-frame.js';
import { LIVE_HEADERS, pageOf } from './live-page.js';

const TYPING_PAUSE_MS = 400;

/**
 * In `<div data-letter="/url">` the letter in preview follows what is typed, and a button that fills in the
 * template does so at once.
 */
export function followTyping(editor: HTMLElement): void {
  const form = editor.closest('form');
  if (!form) return;
  const updateSoon = delayedUpdates(form, editor.dataset['letter'] ?? '');

  for (const part of editor.querySelectorAll('.without-script')) part.remove();
  editor.addEventListener('input', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.matches('textarea, input[type=text]')) updateSoon(TYPING_PAUSE_MS);
    else if (target.matches('select')) updateSoon(0);
  });
  editor.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[name=fill]') : null;
    if (!button) return;
    event.preventDefault();
    fillFromTemplate(form, button.value);
    updateSoon(0);
  });
}

/** @returns asks for an update after a wait in milliseconds, in place of one that is still waiting */
function delayedUpdates(form: HTMLFormElement, url: string): (wait: number) => void {
  let asked = 0;
  let timer = 0;

  const update = async (): Promise<void> => {
    const mine = (asked += 1);
    const body = new URLSearchParams(new FormData(form) as never);
    const response = await fetch(`${url}/preview`, { method: 'POST', headers: LIVE_HEADERS, body });
    if (!response.ok) return;
    const page = await pageOf(response);
    if (mine !== asked) return;
    const showsLetter = page.getElementById('letter-summary')?.dataset['shows'] === 'letter';
    exchangeContent('letter-summary', page);
    // What cannot be written leaves the last letter standing.
    if (!showsLetter) return;
    exchangeContent('letter-text', page);
    showLetter(form, `${url}/frame`);
  };
  return (wait) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void update().catch(() => undefined), wait);
  };
}

function exchangeContent(id: string, page: Document): void {
  document.getElementById(id)?.replaceChildren(...(page.getElementById(id)?.childNodes ?? []));
}

/** Subject and body of one language become what their placeholders show. */
function fillFromTemplate(form: HTMLFormElement, language: string): void {
  for (const field of ['subject', 'body']) {
    const control = form.elements.namedItem(`${field}.${language}`);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) continue;
    control.value = control.placeholder;
    if (field === 'body') control.focus();
  }
}
