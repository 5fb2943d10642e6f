import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';
import { numberIn } from '../../src/questionnaire/answers/read/number-in.js';
import { all, type Control, isBox } from './page.js';

/** A message beside a field, what it is about, and its line in the summary. */
interface Complaint {
  line: HTMLElement;
  /** What carries `aria-invalid`. */
  marked: HTMLElement[];
  controls: Control[];
  entry: HTMLElement | null;
  /** What was there when it was refused. */
  refused: string;
}

/**
 * Takes a message away as soon as its field holds something else that may be right, and brings it back where
 * that is undone. Whether it is right is for the server to say.
 */
export function takeMendedAway(form: HTMLFormElement, { texts, language }: ScriptPlan): void {
  const complaints = all('.error[id]', form).map(complaintOf);
  if (complaints.length === 0) return;
  // It has been read out by now, and is not to be read whole again with every line that changes.
  document.querySelector('.summary')?.setAttribute('role', 'group');
  const update = (): void => {
    for (const complaint of complaints) show(complaint, !isMended(complaint, language), texts.mended);
    for (const frame of all('.question', form))
      frame.classList.toggle('wrong', frame.querySelector('.error:not([hidden])') !== null);
    sayWhatIsLeft(complaints.filter(({ line }) => !line.hidden).length, texts.allMended);
  };
  const keepingPlace = (event: Event): void => {
    const touched = event.target as Element;
    const before = touched.getBoundingClientRect().top;
    update();
    // A line above that goes must not move the next choice from under the finger.
    scrollBy(0, touched.getBoundingClientRect().top - before);
  };
  form.addEventListener('input', keepingPlace);
  form.addEventListener('change', keepingPlace);
}

function complaintOf(line: HTMLElement): Complaint {
  const owners = all(`[aria-describedby~="${line.id}"]`);
  const controls = owners
    .reduce<HTMLElement[]>(
      (found, owner) => found.concat(isControl(owner) ? [owner] : all('input,select,textarea', owner)),
      [],
    )
    .filter((control, index, list) => list.indexOf(control) === index) as Control[];
  const frame = line.closest('.question');
  const entry = all<HTMLAnchorElement>('.summary a').filter(({ hash }) => {
    const target = document.getElementById(hash.slice(1));
    return target !== null && (controls.indexOf(target as Control) >= 0 || isMovedInto(target, line, frame));
  })[0];
  return {
    line,
    marked: owners.concat(controls).filter((element) => element.hasAttribute('aria-invalid')),
    controls,
    entry: entry ? entry.closest('li') : null,
    refused: valuesOf(controls).join('\n'),
  };
}

/** The list of a ranking gives its id to the button that stands for it. */
function isMovedInto(target: Element, line: Element, frame: Element | null): boolean {
  return target.matches('button') && frame !== null && frame.contains(target) && line.parentNode === frame;
}

function isMended({ controls, refused }: Complaint, language: string): boolean {
  const values = valuesOf(controls);
  if (values.length === 0 || values.join('\n') === refused) return false;
  const most = controls[0]?.closest('.question')?.querySelector<HTMLElement>('[data-chosen-most]');
  if (most && refused !== '' && values.length > Number(most.dataset['chosenMost'])) return false;
  return controls.every((control) => {
    if (control.inputMode === 'decimal' && control.value.trim() !== '')
      return numberIn(control.value, language.slice(0, 2)) !== null;
    const longest = Number(control.dataset['most'] || Infinity);
    return Array.from(control.value).length <= longest && !isUnreadable(control);
  });
}

/** Half a date, or an address without an `@`: the browser knows. */
function isUnreadable({ validity }: Control): boolean {
  return validity.badInput || validity.typeMismatch || validity.rangeUnderflow || validity.rangeOverflow;
}

function valuesOf(controls: readonly Control[]): string[] {
  return controls
    .filter((control) => !isBox(control) || control.checked)
    .map(({ value }) => value.trim())
    .filter((value) => value !== '');
}

function show({ line, marked, entry }: Complaint, isWrong: boolean, mended: string): void {
  line.hidden = !isWrong;
  for (const element of marked) {
    if (isWrong) element.setAttribute('aria-invalid', 'true');
    else element.removeAttribute('aria-invalid');
  }
  if (!entry || entry.classList.contains('mended') !== isWrong) return;
  entry.classList.toggle('mended', !isWrong);
  const note = entry.querySelector('.note-mended') || entry.appendChild(document.createElement('span'));
  note.className = 'note-mended';
  note.textContent = isWrong ? '' : ` (${mended})`;
}

/** The headings by the number of messages left were sent along: plurals differ by language. */
function sayWhatIsLeft(count: number, allMended: string): void {
  const summary = document.querySelector<HTMLElement>('.summary');
  const heading = summary ? summary.querySelector('h2') : null;
  if (!summary || !heading) return;
  const headings = JSON.parse(summary.dataset['headings'] || '[]') as string[];
  const text = count === 0 ? allMended : headings[count - 1];
  if (text && heading.textContent !== text) heading.textContent = text;
  summary.classList.toggle('good', count === 0);
}

function isControl(element: Element): boolean {
  return /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
}
