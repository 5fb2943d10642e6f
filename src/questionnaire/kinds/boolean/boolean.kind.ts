import { booleanProperties, compileBoolean } from './boolean.compile.js';
import { fieldOf } from '../../answers/read/answer-fields.js';
import { booleanText } from '../../answers/show/answer-words.js';
import { readOne } from '../../answers/read/read-choices.js';
import { single } from '../../answers/read/read-parts.js';
import type { QuestionKind } from '../question-kind.js';
import { booleanEditor } from './boolean.editor.js';
import type { BooleanQuestion } from './boolean.plan.js';

export const booleanKind: QuestionKind<BooleanQuestion> = {
  editor: booleanEditor,
  properties: booleanProperties,
  compile: compileBoolean,
  shape: () => 'one',
  read(question, form, locale) {
    const field = fieldOf(question);
    return single(question.name, field, readOne(valuesOf(question), form, field, locale));
  },
  missing: ({ look }, { tick, chooseOne }) => (look === 'checkbox' ? tick : chooseOne),
  display: booleanText,
  seconds: () => 4,
  variant: ({ look }) => (look === 'checkbox' ? 'consent' : 'boolean'),
  reading: (question) => ({
    field: fieldOf(question),
    as: 'one',
    values: { true: question.valueTrue, false: question.valueFalse },
  }),
  // A choice that can be taken back.
  isEnhanced: ({ required, look }) => !required && look !== 'checkbox',
};

/** A box to tick, as for consent, knows no „no“: not ticked is no answer. */
function valuesOf({ look, valueTrue, valueFalse }: BooleanQuestion): (string | number | boolean)[] {
  return look === 'checkbox' ? [valueTrue] : [valueTrue, valueFalse];
}
