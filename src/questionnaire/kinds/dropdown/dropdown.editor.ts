import { lines, none, order, other, placeholder } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const dropdownEditor: QuestionEditor = {
  offers: [
    {
      id: 'dropdown',
      group: 'choice',
      place: 3,
      begins: { type: 'dropdown' },
      drawing: 'M2 5h12v6H2zm7.6 2.2 1.4 1.6 1.4-1.6',
    },
  ],
  fields: [lines('choices'), ...other, ...none, order, placeholder],
  comparison: { kind: () => 'one', choices: 'choices' },
};
