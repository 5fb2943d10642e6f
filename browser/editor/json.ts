/** Numbers beside the lines of the JSON, those with something wrong marked; links lead to their line. */
export function numberLines(editor: HTMLElement): void {
  const box = editor.querySelector<HTMLElement>('[data-json]');
  const area = box?.querySelector('textarea');
  if (!box || !area) return;
  const wrong = new Set((box.dataset['lines'] ?? '').split(' '));
  const gutter = document.createElement('div');
  gutter.className = 'json-gutter';
  gutter.setAttribute('aria-hidden', 'true');
  const inner = document.createElement('div');
  gutter.append(inner);
  box.classList.add('json-numbered');
  box.prepend(gutter);
  area.wrap = 'off';

  const draw = () => {
    const count = area.value.split('\n').length;
    if (inner.childElementCount === count) return;
    inner.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const line = document.createElement('span');
        line.textContent = String(index + 1);
        if (wrong.has(String(index + 1))) line.className = 'json-wrong';
        return line;
      }),
    );
  };
  area.addEventListener('input', draw);
  area.addEventListener('scroll', () => {
    inner.style.transform = `translateY(${-area.scrollTop}px)`;
  });
  editor.addEventListener('click', (event) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    if (!line) return;
    event.preventDefault();
    const lines = area.value.split('\n');
    const index = Number(line.dataset['line']) - 1;
    const start = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[index]?.length ?? 0));
    area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, index - 5);
  });
  draw();
}
