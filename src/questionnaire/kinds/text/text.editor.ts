import { checks, inputTypes, number, placeholder, select } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const textEditor: QuestionEditor = {
  offers: [
    { id: 'text', group: 'text', place: 1, begins: { type: 'text' }, drawing: 'M2 5h12v6H2zM4.5 7v2' },
    {
      id: 'number',
      group: 'text',
      place: 3,
      begins: { type: 'text', inputType: 'number' },
      drawing: 'M6 3 5 13m6-10-1 10M3 6.2h10.5M2.5 9.8H13',
    },
    {
      id: 'date',
      group: 'text',
      place: 4,
      begins: { type: 'text', inputType: 'date' },
      drawing: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5m5-2.5V5',
    },
    {
      id: 'email',
      group: 'text',
      place: 5,
      begins: { type: 'text', inputType: 'email', autocomplete: 'email' },
      drawing: 'M2.2 4h11.6v8.4H2.2zm0 .4L8 8.8l5.8-4.4',
    },
  ],
  fields: [
    select('inputType', inputTypes),
    { property: 'min', kind: 'bound' },
    { property: 'max', kind: 'bound' },
    number('maxLength', true),
    placeholder,
    number('step', true),
    { property: 'minValueExpression', kind: 'expression', more: true },
    { property: 'maxValueExpression', kind: 'expression', more: true },
    { property: 'autocomplete', kind: 'text', localized: false, more: true },
    checks(true),
  ],
  comparison: { kind: ({ inputType }) => (inputType === 'number' ? 'number' : 'text') },
  variant: ({ inputType }) =>
    inputType === 'number' || inputType === 'date' || inputType === 'email' ? inputType : 'text',
};
