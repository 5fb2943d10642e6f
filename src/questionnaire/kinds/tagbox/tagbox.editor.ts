import { lines, none, order, other, placeholder, selected } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const tagboxEditor: QuestionEditor = {
  offers: [
    {
      id: 'tagbox',
      group: 'choice',
      place: 4,
      begins: { type: 'tagbox' },
      drawing: 'M2 4h12v8H2zm2 2.5h3v3H4zm4.5 0h3v3h-3z',
    },
  ],
  fields: [lines('choices'), ...other, ...none, ...selected, order, placeholder],
  comparison: { kind: () => 'many', choices: 'choices' },
};
