interface Known {
  questions: { name: string; kind: string; choices: { value: string | number; text: string }[] }[];
  words: { yes: string; no: string; add: string; operators: Record<string, string> };
}

const operatorsOf: Record<string, string[]> = {
  one: ['=', '<>', 'notempty', 'empty'],
  yesno: ['=', '<>', 'notempty', 'empty'],
  many: ['contains', 'notcontains', 'notempty', 'empty'],
  number: ['=', '<>', '>', '>=', '<', '<=', 'notempty', 'empty'],
};

/** Once a question is chosen, its comparisons and values are on offer, and a further row comes up. */
export function growConditions(editor: HTMLElement): void {
  editor.addEventListener('change', (event) => {
    const select = event.target;
    if (!(select instanceof HTMLSelectElement)) return;
    const row = select.closest<HTMLElement>('.condition-row');
    if (!row) return;
    if (select.name.endsWith('.operator')) hideValue(row);
    if (!select.name.endsWith('.question')) return;
    offer(row, select.value);
    addRow(row);
  });
  const hideAll = () => {
    for (const row of editor.querySelectorAll<HTMLElement>('.condition-row')) hideValue(row);
  };
  hideAll();
  editor.addEventListener('editor:shown', hideAll);
}

function known(): Known {
  return JSON.parse(document.getElementById('editor-questions')?.textContent ?? '{"questions":[]}') as Known;
}

function offer(row: HTMLElement, name: string): void {
  const { questions, words } = known();
  const question = questions.find((candidate) => candidate.name === name);
  const operator = row.querySelector<HTMLSelectElement>('[name$=".operator"]');
  const offered = operatorsOf[question?.kind ?? ''] ?? Object.keys(words.operators);
  if (operator) {
    operator.replaceChildren(...offered.map((one) => new Option(words.operators[one] ?? one, one)));
    hideValue(row);
  }
  const old = row.querySelector<HTMLInputElement | HTMLSelectElement>('[name$=".value"]');
  if (!old) return;
  const choices =
    question?.kind === 'yesno'
      ? [
          { value: 'true', text: words.yes },
          { value: 'false', text: words.no },
        ]
      : (question?.choices ?? []);
  const control = document.createElement(choices.length > 0 ? 'select' : 'input');
  control.name = old.name;
  control.id = old.id;
  if (control instanceof HTMLSelectElement) {
    control.replaceChildren(...choices.map(({ value, text }) => new Option(text, String(value))));
  }
  old.replaceWith(control);
}

function hideValue(row: HTMLElement): void {
  const operator = row.querySelector<HTMLSelectElement>('[name$=".operator"]')?.value ?? '';
  const value = row.querySelector<HTMLElement>('.condition-value');
  if (value) value.hidden = operator === 'empty' || operator === 'notempty';
}

function addRow(row: HTMLElement): void {
  const next = row.nextElementSibling;
  if (next?.classList.contains('condition-row')) return;
  const copy = row.cloneNode(true) as HTMLElement;
  const count = /\.(\d+)\.question$/.exec(row.querySelector('select')?.name ?? '')?.[1] ?? '0';
  const rename = (text: string) => text.replace(`.${count}.`, `.${Number(count) + 1}.`);
  for (const field of copy.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    field.name = rename(field.name);
    field.id = rename(field.id);
    if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
    else field.value = '';
  }
  for (const label of copy.querySelectorAll('label')) label.htmlFor = rename(label.htmlFor);
  row.after(copy);
}
