import { compileTextRules, textProperties } from '../../compile/compile-text.js';
import { textChecks } from '../../compile/compile-validators.js';
import { fieldEntry, fieldOf, written } from '../../answers/read/answer-fields.js';
import { placeOf } from '../../answers/show/answer-places.js';
import { plainText } from '../../answers/show/answer-words.js';
import { boundError } from '../../answers/check/bounds.js';
import { fault } from '../../answers/check/part-error.js';
import { single } from '../../answers/read/read-parts.js';
import { readText } from '../../answers/read/read-text.js';
import { textReading } from '../../browser/browser-readings.js';
import { isFreeText, SECONDS_PER_LINE } from '../../plan/text-rules.js';
import { textHint } from '../../view/hint-rules.js';
import type { QuestionKind } from '../question-kind.js';
import { textEditor } from './text.editor.js';
import type { TextQuestion } from './text.plan.js';

export const textKind: QuestionKind<TextQuestion> = {
  editor: textEditor,
  properties: textProperties,
  validators: textChecks,
  compile: (node, basics, limits) => ({ kind: 'text', ...basics, ...compileTextRules(node, limits.text) }),
  shape: () => 'one',
  read(question, form, locale) {
    const field = fieldOf(question);
    return single(question.name, field, readText(question, form, field, locale));
  },
  form: (question, answer, locale) => fieldEntry(fieldOf(question), written(answer, locale)),
  missing: (_question, { fillIn }) => fillIn,
  faults: (question, value, { context, locale }) =>
    fault(() => fieldOf(question), boundError(value, question, context, {}, locale)),
  display: (_question, answer, locale) => plainText(answer, locale),
  columns: (question) => [placeOf(question, { isFreeText: isFreeText(question) })],
  seconds: () => SECONDS_PER_LINE,
  room: ({ maxLength }) => ({ fields: 1, characters: maxLength }),
  hint: (question, locale) => textHint(question, question.validators, locale),
  variant: ({ inputType }) =>
    inputType === 'number' || inputType === 'date' || inputType === 'email' ? inputType : 'text',
  reading: (question) => textReading(fieldOf(question), question),
};
