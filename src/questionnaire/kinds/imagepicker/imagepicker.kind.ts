import { countChecks } from '../../compile/compile-validators.js';
import { compilePictures, picturesProperties } from './imagepicker.compile.js';
import { fieldOf } from '../../answers/read/answer-fields.js';
import { readOne, readSome, valuesOf } from '../../answers/read/read-choices.js';
import { single } from '../../answers/read/read-parts.js';
import { valuesOf as postedValues } from '../../browser/browser-readings.js';
import { countRule } from '../../view/hint-rules.js';
import { respondentTexts } from '../../view/respondent-texts.js';
import { choiceKind, numberError } from '../choice-kinds.js';
import type { QuestionKind } from '../question-kind.js';
import { imagePickerEditor } from './imagepicker.editor.js';
import type { ImagePickerQuestion } from './imagepicker.plan.js';

export const imagePickerKind: QuestionKind<ImagePickerQuestion> = {
  ...choiceKind,
  editor: imagePickerEditor,
  properties: picturesProperties,
  validators: countChecks,
  compile: compilePictures,
  shape: ({ multiple }) => (multiple ? 'many' : 'one'),
  read(question, form, locale) {
    const field = fieldOf(question);
    const values = valuesOf(question);
    return single(
      question.name,
      field,
      question.multiple ? readSome(values, form, field, locale) : readOne(values, form, field, locale),
    );
  },
  missing: (_question, { chooseOne }) => chooseOne,
  countError({ multiple, minSelected, maxSelected }, chosen, { locale }) {
    if (!multiple || chosen.length === 0) return null;
    return numberError(chosen.length, minSelected, maxSelected, locale);
  },
  seconds: () => 10,
  room: ({ choices }) => ({ fields: choices.length + 2, characters: 0 }),
  hint: ({ multiple, minSelected, maxSelected }, locale) =>
    multiple ? countRule(minSelected, maxSelected, respondentTexts[locale].choose) : null,
  reading: (question) => ({
    field: fieldOf(question),
    as: question.multiple ? 'many' : 'one',
    ...postedValues(question.choices),
  }),
  // A choice that can be taken back.
  isEnhanced: ({ required, multiple }) => !required && !multiple,
};
