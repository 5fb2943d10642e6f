/** The controls of a form that questions are answered with. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function all<Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind[] {
  return Array.from(within.querySelectorAll<Kind>(selector));
}

/** Controls of one name, in the order of the page. */
export function named(form: HTMLFormElement, name: string): Control[] {
  const found = form.elements.namedItem(name);
  if (!found) return [];
  return (found instanceof Element ? [found] : Array.from(found)) as Control[];
}

export function isBox(control: Element): control is HTMLInputElement {
  return /^(radio|checkbox)$/.test((control as HTMLInputElement).type);
}

/** The words beside a box. */
export function wordsOf(box: Element): string {
  return (box.closest('label')?.querySelector('.text')?.textContent ?? '').trim();
}

/** Puts parts into a text where %1, %2, … stand. */
export function filled(text: string, ...parts: (string | number)[]): string {
  return text.replace(/%(\d)/g, (_all, place: string) => String(parts[Number(place) - 1]));
}

/** Shows what is of use only with a script. */
export function reveal(element: HTMLElement): void {
  element.hidden = false;
}

/** Lets everybody know that a control has another value now. */
export function tell(control: Element): void {
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
