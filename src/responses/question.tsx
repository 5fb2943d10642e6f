import { BooleanField, ChoicesField, DropdownField } from './choice-fields.js';
import type { Field } from './field.js';
import { MatrixField } from './matrix-field.js';
import { RatingField } from './rating-field.js';
import { CommentField, TextField } from './text-fields.js';

/** A question of any kind. */
export function Question({ field }: { field: Field }) {
  const { question } = field;
  switch (question.kind) {
    case 'text':
      return <TextField field={{ ...field, question }} />;
    case 'comment':
      return <CommentField field={{ ...field, question }} />;
    case 'dropdown':
      return <DropdownField field={{ ...field, question: { ...question, kind: 'dropdown' } }} />;
    case 'radiogroup':
    case 'checkbox':
      return <ChoicesField field={{ ...field, question }} />;
    case 'boolean':
      return <BooleanField field={{ ...field, question }} />;
    case 'rating':
      return <RatingField field={{ ...field, question }} />;
    case 'matrix':
      return <MatrixField field={{ ...field, question }} />;
  }
}
