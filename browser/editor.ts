import { growConditions } from './editor-conditions.js';
import { dragToMove } from './editor-drag.js';
import { numberLines } from './editor-json.js';
import { keepChosenInSight } from './editor-outline.js';
import { followLinksAndForms } from './editor-pages.js';
import { fitPreview } from './editor-preview.js';
import { guardTyped } from './editor-typed.js';

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
