import { number, select, text } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const expressionEditor: QuestionEditor = {
  offers: [
    {
      id: 'expression',
      group: 'calculation',
      place: 1,
      begins: { type: 'expression' },
      drawing: 'M2.5 2.5h11v11h-11zM5 5.5h2.5M10 4.7v1.6M9.2 5.5h1.6M5 10h2.5m1.7-.8h2m-2 1.7h2',
    },
  ],
  fields: [
    { property: 'expression', kind: 'expression' },
    select('displayStyle', ['none', 'decimal', 'percent', 'currency', 'date']),
    text('format', true),
    { property: 'currency', kind: 'text', localized: false, more: true },
    number('maximumFractionDigits', true),
    number('minimumFractionDigits', true),
  ],
  comparison: { kind: () => 'number' },
};
