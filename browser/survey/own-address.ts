/**
 * Gives every page of a survey that keeps its answers an address and an entry in the history of its own, so that
 * Back leads to the page before, with its answers. A bare link would lead on to the page to go on with, and a page
 * that answers a form (after errors, or in another language) would have it sent again.
 */
export function giveOwnAddress(form: HTMLFormElement): void {
  // Where nothing is kept, the answers travel in the form, and no address leads to them.
  if (form.elements.namedItem('carried')) return;
  // An answer chosen in a letter is in the address, and nowhere else yet.
  if (/[?&]q\./.test(location.search)) return;
  const page = form.elements.namedItem('page') as HTMLInputElement;
  const language = document.documentElement.lang;
  history.replaceState(null, '', `${location.pathname}?page=${Number(page.value) + 1}&lang=${language}`);
}
