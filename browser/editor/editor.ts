import { growConditions } from './conditions.js';
import { dragToMove } from './drag.js';
import { numberLines } from './json.js';
import { keepChosenInSight } from './outline.js';
import { followLinksAndForms } from './pages.js';
import { fitPreview } from './preview.js';
import { guardTyped } from './typed.js';

/**
 * What a script adds to the editor of questionnaires; every page works without. Links and forms of the
 * editor exchange the parts of the page instead of loading it anew, what is typed is saved after a pause,
 * and questions can be dragged.
 */
const editor = document.querySelector<HTMLElement>('[data-editor]');
if (editor) {
  editor.classList.add('with-script');
  const pages = followLinksAndForms(editor, guardTyped(editor));
  dragToMove(editor, pages);
  growConditions(editor);
  keepChosenInSight(editor);
  fitPreview(editor);
  numberLines(editor);
}
