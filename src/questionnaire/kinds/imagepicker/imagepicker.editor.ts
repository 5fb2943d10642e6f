import { flag, lines, order, selected } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const imagePickerEditor: QuestionEditor = {
  offers: [
    {
      id: 'imagepicker',
      group: 'choice',
      place: 6,
      begins: { type: 'imagepicker', showLabel: true },
      drawing: 'M2 3h12v10H2zm0 8 3.5-3.5L9 11l2-2 3 3M10.5 6h.1',
    },
  ],
  fields: [lines('choices'), flag('multiSelect'), flag('showLabel'), ...selected, order],
  comparison: {
    kind: ({ multiSelect }) => (multiSelect === true ? 'many' : 'one'),
    choices: 'choices',
  },
};
