/**
 * What scripts add to the console; every page works without.
 *
 * - `<section id="x" data-live="/url" data-every="3000">` is fetched again and replaced when changed;
 *   sections of one address come with one request, and one somebody is working in is left alone.
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
