/**
 * What scripts add to the console; every page works without.
 *
 * - `<section id="x" data-live="/url" data-every="3000">` is fetched again and replaced when changed.
 * - A button with `data-confirm="question"` asks in a dialog before its form is sent.
 */

const LIVE_HEADERS = { 'x-live': '1', accept: 'text/html' };

/** Which of the section's details stand open, so that they do after it was replaced. */
function openDetails(section) {
  return [...section.querySelectorAll('details[open][id]')].map((details) => details.id);
}

async function refresh(section) {
  if (document.hidden || section.contains(document.activeElement)) return;
  const response = await fetch(section.dataset.live, { headers: LIVE_HEADERS });
  if (response.status === 401) {
    location.reload();
    return;
  }
  if (!response.ok) return;

  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.getElementById(section.id);
  if (!fresh || fresh.innerHTML === section.lastSeen) return;
  section.lastSeen = fresh.innerHTML;
  const open = openDetails(section);
  section.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
}

/** One after the other, never two at once; a failed fetch is tried again the next time. */
async function keepFresh(section) {
  section.lastSeen = section.innerHTML;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, Number(section.dataset.every ?? 5000)));
    await refresh(section).catch(() => undefined);
  }
}

function confirmDialog(question) {
  const { confirmTitle, confirmYes, confirmNo } = document.body.dataset;
  const dialog = document.createElement('dialog');
  const heading = document.createElement('h2');
  heading.textContent = confirmTitle;
  heading.id = 'confirm-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  const text = document.createElement('p');
  text.textContent = question;

  const no = document.createElement('button');
  no.className = 'button button-secondary';
  no.textContent = confirmNo;
  no.addEventListener('click', () => dialog.close());
  const yes = document.createElement('button');
  yes.className = 'button button-danger';
  yes.textContent = confirmYes;
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
  const dialog = confirmDialog(button.dataset.confirm);
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'yes') return;
    button.dataset.confirmed = 'yes';
    event.target.requestSubmit(button);
    delete button.dataset.confirmed;
  });
  dialog.showModal();
});

for (const section of document.querySelectorAll('[data-live]')) void keepFresh(section);
