import { flag, lines, none, order, other, selected, text } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const checkboxEditor: QuestionEditor = {
  offers: [
    {
      id: 'checkbox',
      group: 'choice',
      place: 2,
      begins: { type: 'checkbox' },
      drawing: 'M2 2.8h3.6v3.6H2zm0 6.8h3.6v3.6H2zm6.5-5H14m-5.5 6.8H14M2.8 11.3l.9 1 1.5-2',
    },
  ],
  fields: [
    lines('choices'),
    ...other,
    ...none,
    flag('showSelectAllItem'),
    text('selectAllText', true),
    ...selected,
    order,
  ],
  comparison: { kind: () => 'many', choices: 'choices' },
};
