import { textIn } from '../../../common/locale.js';
import { fieldOf } from '../../answers/answer-fields.js';
import { plainText } from '../../answers/answer-words.js';
import { readOne, valuesIn } from '../../answers/read-choices.js';
import { single } from '../../answers/read-parts.js';
import { valuesOf } from '../../browser/browser-readings.js';
import type { QuestionKind } from '../question-kind.js';
import type { RatingQuestion } from './rating.plan.js';

export const ratingKind: QuestionKind<RatingQuestion> = {
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
  seconds: () => 5,
  reading: (question) => ({ field: fieldOf(question), as: 'one', ...valuesOf(question.values) }),
};
