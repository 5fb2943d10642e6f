import { fieldOf } from '../../answers/answer-fields.js';
import { plainText } from '../../answers/answer-words.js';
import { boundError } from '../../answers/bounds.js';
import { fault } from '../../answers/part-error.js';
import { single } from '../../answers/read-parts.js';
import { readText } from '../../answers/read-text.js';
import { textReading } from '../../browser/browser-readings.js';
import type { TextRules } from '../../plan/text-rules.js';
import type { QuestionKind } from '../question-kind.js';
import { sliderEditor } from './slider.editor.js';
import type { SliderQuestion } from './slider.plan.js';

export const sliderKind: QuestionKind<SliderQuestion> = {
  editor: sliderEditor,
  properties: ['min', 'max'],
  compile: (node, basics) => ({
    kind: 'slider',
    ...basics,
    min: node.number('min') ?? 0,
    max: node.number('max') ?? 100,
  }),
  shape: () => 'one',
  read(question, form, locale) {
    const field = fieldOf(question);
    return single(question.name, field, readText(rulesOf(question), form, field, locale));
  },
  missing: (_question, { chooseOne }) => chooseOne,
  faults: (question, value, { context, locale }) =>
    fault(() => fieldOf(question), boundError(value, rulesOf(question), context, {}, locale)),
  display: (_question, answer, locale) => plainText(answer, locale),
  seconds: () => 5,
  reading: (question) => textReading(fieldOf(question), { inputType: 'number' }),
};

/** It is read and checked as a number typed in would be. */
function rulesOf({ min, max }: SliderQuestion): TextRules {
  const none = { minIf: null, maxIf: null, step: null, placeholder: null, autocomplete: null };
  return { inputType: 'number', maxLength: 20, min, max, ...none };
}
