import { flag, lines, order, selected } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const rankingEditor: QuestionEditor = {
  offers: [
    {
      id: 'ranking',
      group: 'ranking',
      place: 1,
      begins: { type: 'ranking' },
      drawing: 'M4 3v10m0 0L2 11m2 2 2-2M8.5 4H14M8.5 8h4m-4 4h2.5',
    },
  ],
  fields: [lines('choices'), flag('selectToRankEnabled'), ...selected, order],
  comparison: { kind: () => 'many', choices: 'choices' },
};
