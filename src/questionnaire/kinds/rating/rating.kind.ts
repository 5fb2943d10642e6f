import { compileRating, ratingProperties } from './rating.compile.js';
import { textIn } from '../../../common/locale.js';
import { fieldOf } from '../../answers/read/answer-fields.js';
import { plainText } from '../../answers/show/answer-words.js';
import { readOne, valuesIn } from '../../answers/read/read-choices.js';
import { single } from '../../answers/read/read-parts.js';
import { valuesOf } from '../../browser/browser-readings.js';
import type { QuestionKind } from '../question-kind.js';
import { ratingEditor } from './rating.editor.js';
import type { RatingQuestion } from './rating.plan.js';

export const ratingKind: QuestionKind<RatingQuestion> = {
  editor: ratingEditor,
  properties: ratingProperties,
  compile: compileRating,
  shape: () => 'one',
  read(question, form, locale) {
    const field = fieldOf(question);
    return single(question.name, field, readOne(valuesIn(question.values), form, field, locale));
  },
  missing: (_question, { chooseOne }) => chooseOne,
  display({ values }, answer, locale) {
    const text = values.find(({ value }) => value === answer)?.text;
    return text ? textIn(text, locale) : plainText(answer, locale);
  },
  inLetter({ values, minText, maxText }, locale) {
    const [first] = values;
    const last = values.at(-1);
    if (!first || !last) return null;
    const ends = [
      minText && `${first.value} = ${textIn(minText, locale)}`,
      maxText && `${last.value} = ${textIn(maxText, locale)}`,
    ].filter(Boolean);
    const choices = values.map(({ value, text }) => ({
      value: String(value),
      text: text ? textIn(text, locale) : String(value),
    }));
    return { ends: ends.length > 0 ? ends.join(', ') : null, isScale: true, choices };
  },
  seconds: () => 5,
  variant: ({ look }) => (look === 'stars' ? 'stars' : 'rating'),
  reading: (question) => ({ field: fieldOf(question), as: 'one', ...valuesOf(question.values) }),
  // A choice that can be taken back.
  isEnhanced: ({ required }) => !required,
};
