import { lines, none, order, other } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const radiogroupEditor: QuestionEditor = {
  offers: [
    {
      id: 'radiogroup',
      group: 'choice',
      place: 1,
      begins: { type: 'radiogroup' },
      drawing: 'M4 2.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm0 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM8.5 4.5H14m-5.5 7H14',
    },
  ],
  fields: [lines('choices'), ...other, ...none, order],
  comparison: { kind: () => 'one', choices: 'choices' },
};
