const DESKTOP = 1024;

/** The preview of a screen is as wide as one and drawn smaller; a language that is chosen stays chosen. */
export function fitPreview(editor: HTMLElement): void {
  const fit = () => {
    const stage = editor.querySelector<HTMLElement>('.preview-stage');
    if (stage) stage.style.setProperty('--preview-scale', String(Math.min(1, stage.clientWidth / DESKTOP)));
  };
  new ResizeObserver(fit).observe(editor);
  editor.addEventListener('change', fit);
  fit();
  editor.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-language]') : null;
    const frame = editor.querySelector<HTMLIFrameElement>('#preview-frame');
    if (link && frame && link !== frame) frame.dataset['language'] = link.dataset['language'] ?? '';
  });
}
