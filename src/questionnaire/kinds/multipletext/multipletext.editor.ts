import { inputTypes } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const multipleTextEditor: QuestionEditor = {
  offers: [
    {
      id: 'multipletext',
      group: 'text',
      place: 6,
      begins: { type: 'multipletext' },
      drawing: 'M2 3h12v3.2H2zm0 6.6h12v3.2H2z',
    },
  ],
  fields: [{ property: 'items', kind: 'parts', types: inputTypes, typeKey: 'inputType' }],
  comparison: {
    kind: ({ inputType }) => (inputType === 'number' ? 'number' : 'text'),
    parts: 'items',
  },
};
