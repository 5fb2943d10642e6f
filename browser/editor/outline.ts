/** Scrolls the outline, and nothing else, so that what is edited stands within it. */
export function keepChosenInSight(editor: HTMLElement): void {
  const show = (): void => {
    const outline = document.getElementById('editor-tree');
    const chosen = outline?.querySelector('[aria-current]');
    if (!outline || !chosen) return;
    const [around, row] = [outline.getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (row.top >= around.top && row.bottom <= around.bottom) return;
    outline.scrollTop += row.top - around.top - (around.height - row.height) / 2;
  };
  editor.addEventListener('editor:shown', show);
  show();
}
