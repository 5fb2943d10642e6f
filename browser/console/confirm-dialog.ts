/** A button with `data-confirm="question"` asks in a dialog before its form is sent. */
export function askBeforeSending(): void {
  document.addEventListener('submit', (event) => {
    const { submitter: button, target: form } = event;
    if (!(button instanceof HTMLButtonElement) || !(form instanceof HTMLFormElement)) return;
    const question = button.dataset['confirm'];
    if (!question || button.dataset['confirmed']) return;
    event.preventDefault();
    const dialog = dialogFor(button, question);
    dialog.addEventListener('close', () => {
      if (dialog.returnValue !== 'yes') return;
      button.dataset['confirmed'] = 'yes';
      form.requestSubmit(button);
      delete button.dataset['confirmed'];
    });
    dialog.showModal();
  });
}

/** The dialog repeats what the button says, and looks as grave as the button does. */
function dialogFor(button: HTMLButtonElement, question: string): HTMLDialogElement {
  const { confirmTitle = '', confirmNo = '' } = document.body.dataset;
  const dialog = document.createElement('dialog');
  const heading = textElement('h2', confirmTitle);
  heading.id = 'confirm-title';
  dialog.setAttribute('aria-labelledby', heading.id);

  const no = textElement('button', confirmNo);
  no.className = 'button button-secondary';
  no.addEventListener('click', () => {
    dialog.close();
  });
  const yes = textElement('button', button.textContent);
  yes.className = button.className;
  yes.addEventListener('click', () => {
    dialog.close('yes');
  });

  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(no, yes);
  dialog.append(heading, textElement('p', question), actions);
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  return dialog;
}

function textElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
