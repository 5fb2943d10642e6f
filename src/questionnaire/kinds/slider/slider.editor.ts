import { number } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const sliderEditor: QuestionEditor = {
  offers: [
    {
      id: 'slider',
      group: 'scale',
      place: 4,
      begins: { type: 'slider' },
      drawing: 'M2 8h12M9 5.5h2.5v5H9z',
    },
  ],
  fields: [number('min'), number('max')],
  comparison: { kind: () => 'number' },
};
