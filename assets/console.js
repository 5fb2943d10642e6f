/**
 * What scripts add to the console; every page works without.
 *
 * - `<section id="x" data-live="/url" data-every="3000">` is fetched again and replaced when changed;
 *   sections of one address come with one request, and one somebody is working in is left alone.
 * - In `<div data-letter="/url">` the letter in preview follows what is typed, and a button that fills in
 *   the template does so at once.
 * - A button with `data-confirm="question"` asks in a dialog before its form is sent.
 */

const LIVE_HEADERS = { 'x-live': '1', accept: 'text/html' };

/** Which of the section's details stand open, so that they do after it was replaced. */
function openDetails(section) {
  return [...section.querySelectorAll('details[open][id]')].map((details) => details.id);
}

async function refresh(url, sections) {
  if (document.hidden) return;
  const response = await fetch(url, { headers: LIVE_HEADERS });
  if (response.status === 401) {
    location.reload();
    return;
  }
  if (!response.ok) return;

  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const section of sections) replace(section, page.getElementById(section.id));
}

function replace(section, fresh) {
  const isWorkedIn = section.contains(document.activeElement);
  if (!fresh || isWorkedIn || fresh.innerHTML === section.lastSeen) return;
  section.lastSeen = fresh.innerHTML;
  const open = openDetails(section);
  section.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
}

/** One after the other, never two at once; a failed fetch is tried again the next time. */
async function keepFresh(url, sections) {
  const every = Math.min(...sections.map((section) => Number(section.dataset.every ?? 5000)));
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, every));
    await refresh(url, sections).catch(() => undefined);
  }
}

/** The dialog repeats what the button says, and looks as grave as the button does. */
function confirmDialog(button) {
  const { confirmTitle, confirmNo } = document.body.dataset;
  const dialog = document.createElement('dialog');
  const heading = document.createElement('h2');
  heading.textContent = confirmTitle;
  heading.id = 'confirm-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  const text = document.createElement('p');
  text.textContent = button.dataset.confirm;

  const no = document.createElement('button');
  no.className = 'button button-secondary';
  no.textContent = confirmNo;
  no.addEventListener('click', () => dialog.close());
  const yes = document.createElement('button');
  yes.className = button.className;
  yes.textContent = button.textContent;
  yes.addEventListener('click', () => dialog.close('yes'));

  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(no, yes);
  dialog.append(heading, text, actions);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  return dialog;
}

document.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!button?.dataset.confirm || button.dataset.confirmed) return;
  event.preventDefault();
  const dialog = confirmDialog(button);
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'yes') return;
    button.dataset.confirmed = 'yes';
    event.target.requestSubmit(button);
    delete button.dataset.confirmed;
  });
  dialog.showModal();
});

const sectionsByUrl = new Map();
for (const section of document.querySelectorAll('[data-live]')) {
  section.lastSeen = section.innerHTML;
  const url = section.dataset.live;
  sectionsByUrl.set(url, [...(sectionsByUrl.get(url) ?? []), section]);
}
for (const [url, sections] of sectionsByUrl) void keepFresh(url, sections);

const TYPING_PAUSE_MS = 400;
let framesShown = 0;

/**
 * Sends the form into a new frame and puts that in place of the old one once it has loaded: the letter keeps
 * the content policy it is sent with, nothing flickers, and going back leads to the page before.
 */
function showLetter(form, url) {
  const old = form.querySelector('.letter-frame');
  const frame = old.cloneNode(false);
  for (const waiting of form.querySelectorAll('.letter-frame-next')) waiting.remove();
  frame.removeAttribute('src');
  frame.name = `letter-${(framesShown += 1)}`;
  frame.classList.add('letter-frame-next');
  old.after(frame);

  const button = document.createElement('button');
  button.hidden = true;
  button.formAction = url;
  button.formTarget = frame.name;
  button.formNoValidate = true;
  form.append(button);
  frame.addEventListener('load', () => {
    if (!frame.isConnected) return;
    old.remove();
    frame.classList.remove('letter-frame-next');
  });
  form.requestSubmit(button);
  button.remove();
}

function followTyping(editor) {
  const form = editor.closest('form');
  const url = editor.dataset.letter;
  let asked = 0;
  let timer = 0;

  const update = async () => {
    const mine = (asked += 1);
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(`${url}/preview`, { method: 'POST', headers: LIVE_HEADERS, body });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine !== asked) return;
    const summary = page.getElementById('letter-summary');
    const showsLetter = summary.dataset.shows === 'letter';
    const text = page.getElementById('letter-text');
    document.getElementById('letter-summary').replaceChildren(...summary.childNodes);
    // What cannot be written leaves the last letter standing.
    if (!showsLetter) return;
    document.getElementById('letter-text').replaceChildren(...text.childNodes);
    showLetter(form, `${url}/frame`);
  };
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => void update().catch(() => undefined), wait);
  };

  for (const part of editor.querySelectorAll('.without-script')) part.remove();
  editor.addEventListener('input', ({ target }) => {
    if (target.matches('textarea, input[type=text]')) soon(TYPING_PAUSE_MS);
    else if (target.matches('select')) soon(0);
  });
  editor.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=fill]');
    if (!button) return;
    event.preventDefault();
    for (const field of ['subject', 'body']) {
      const control = form.elements[`${field}.${button.value}`];
      control.value = control.placeholder;
    }
    form.elements[`body.${button.value}`].focus();
    soon(0);
  });
}

for (const editor of document.querySelectorAll('[data-letter]')) followTyping(editor);
