let framesShown = 0;

/**
 * Shows the letter that a form describes: sends the form into a new frame and puts that in place of the old one
 * once it has loaded. So the letter keeps the content policy it is sent with, nothing flickers, and going back
 * leads to the page before.
 *
 * @param url answers the posted form with the letter as a page
 */
export function showLetter(form: HTMLFormElement, url: string): void {
  const old = form.querySelector<HTMLIFrameElement>('.letter-frame');
  if (!old) return;
  const frame = old.cloneNode(false) as HTMLIFrameElement;
  for (const waiting of form.querySelectorAll('.letter-frame-next')) waiting.remove();
  frame.removeAttribute('src');
  frame.name = `letter-${(framesShown += 1)}`;
  frame.classList.add('letter-frame-next');
  old.after(frame);
  frame.addEventListener('load', () => {
    if (!frame.isConnected) return;
    old.remove();
    frame.classList.remove('letter-frame-next');
  });
  sendInto(frame, form, url);
}

function sendInto(frame: HTMLIFrameElement, form: HTMLFormElement, url: string): void {
  const button = document.createElement('button');
  button.hidden = true;
  button.formAction = url;
  button.formTarget = frame.name;
  button.formNoValidate = true;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}
