import { flag, lines, rowOrder } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const matrixEditor: QuestionEditor = {
  offers: [
    {
      id: 'matrix',
      group: 'table',
      place: 1,
      begins: { type: 'matrix' },
      drawing: 'M2 3h12v10H2zm0 3.3h12M2 9.6h12M6 3v10m4-10v10',
    },
  ],
  fields: [lines('rows'), lines('columns'), flag('eachRowRequired'), flag('eachRowUnique', true), rowOrder],
  comparison: { kind: () => 'one', choices: 'columns', parts: 'rows' },
};
