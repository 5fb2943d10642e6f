import { cellTypes, lines, rowOrder } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const cellMatrixEditor: QuestionEditor = {
  offers: [
    {
      id: 'matrixdropdown',
      group: 'table',
      place: 2,
      begins: { type: 'matrixdropdown' },
      drawing: 'M2 3h12v10H2zm0 3.5h12M6 3v10m2.5-3.8 1.3 1.5 1.3-1.5',
    },
  ],
  fields: [
    lines('rows'),
    { property: 'columns', kind: 'parts', types: cellTypes, typeKey: 'cellType' },
    lines('choices', true),
    rowOrder,
  ],
};
