import { checks, number, placeholder } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const commentEditor: QuestionEditor = {
  offers: [
    {
      id: 'comment',
      group: 'text',
      place: 2,
      begins: { type: 'comment' },
      drawing: 'M2 3h12v10H2zM4.5 6h7m-7 2.5h7M4.5 11h4',
    },
  ],
  fields: [number('rows', true), number('maxLength', true), placeholder, checks(true)],
};
