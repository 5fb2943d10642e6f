import { select, text } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const booleanEditor: QuestionEditor = {
  offers: [
    {
      id: 'boolean',
      group: 'choice',
      place: 5,
      begins: { type: 'boolean' },
      drawing: 'M5.5 4.5h5a3.5 3.5 0 0 1 0 7h-5a3.5 3.5 0 0 1 0-7Zm5 2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
    },
    {
      id: 'consent',
      group: 'consent',
      place: 1,
      begins: { type: 'boolean', renderAs: 'checkbox', isRequired: true },
      drawing: 'M2.5 2.5h11v11h-11zm2.7 5.6 2 2 3.6-4',
    },
  ],
  fields: [
    text('labelTrue'),
    text('labelFalse'),
    select('renderAs', ['radio', 'checkbox']),
    { property: 'valueTrue', kind: 'text', localized: false, more: true },
    { property: 'valueFalse', kind: 'text', localized: false, more: true },
  ],
  comparison: { kind: () => 'yesno' },
  variant: ({ renderAs }) => (renderAs === 'checkbox' ? 'consent' : 'boolean'),
};
