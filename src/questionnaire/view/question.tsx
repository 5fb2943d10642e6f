import { BooleanField } from './boolean-field.js';
import { CellMatrixField } from './cell-matrix-field.js';
import { ChoicesField, DropdownField, TagboxField } from './choice-fields.js';
import type { Field } from './field.js';
import { ImagePickerField } from './image-picker-field.js';
import { MatrixField } from './matrix-field.js';
import { MultipleTextField } from './multiple-text-field.js';
import { OutputField } from './output-field.js';
import { RankingField } from './ranking-field.js';
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
      return <DropdownField field={{ ...field, question }} />;
    case 'radiogroup':
    case 'checkbox':
      return <ChoicesField field={{ ...field, question }} />;
    case 'tagbox':
      return <TagboxField field={{ ...field, question }} />;
    case 'imagepicker':
      return <ImagePickerField field={{ ...field, question }} />;
    case 'ranking':
      return <RankingField field={{ ...field, question }} />;
    case 'boolean':
      return <BooleanField field={{ ...field, question }} />;
    case 'rating':
      return <RatingField field={{ ...field, question }} />;
    case 'matrix':
      return <MatrixField field={{ ...field, question }} />;
    case 'matrixdropdown':
      return <CellMatrixField field={{ ...field, question }} />;
    case 'multipletext':
      return <MultipleTextField field={{ ...field, question }} />;
    case 'expression':
      return <OutputField field={{ ...field, question }} />;
  }
}
