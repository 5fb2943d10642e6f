/** A second press on the button while the first is under way sends nothing. */
export function sendOnce(form: HTMLFormElement): void {
  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
    // A server that does not answer must not lock the page for good.
    setTimeout(() => (isSent = false), 8000);
  });
  // Coming back by the browser's own button shows the page as it was left.
  addEventListener('pageshow', () => (isSent = false));
}
