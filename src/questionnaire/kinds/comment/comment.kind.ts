import { textChecks } from '../../compile/compile-validators.js';
import { fieldOf } from '../../answers/read/answer-fields.js';
import { placeOf } from '../../answers/show/answer-places.js';
import { plainText } from '../../answers/show/answer-words.js';
import { single } from '../../answers/read/read-parts.js';
import { readLines } from '../../answers/read/read-text.js';
import { LIMIT_WORTH_TELLING, sentences, validatorOf } from '../../view/hint-rules.js';
import { respondentTexts } from '../../view/respondent-texts.js';
import type { QuestionKind } from '../question-kind.js';
import { commentEditor } from './comment.editor.js';
import type { CommentQuestion } from './comment.plan.js';

const DEFAULT_LENGTH = 10_000;

export const commentKind: QuestionKind<CommentQuestion> = {
  editor: commentEditor,
  properties: ['maxLength', 'rows', 'placeholder'],
  validators: textChecks,
  compile: (node, basics, limits) => ({
    kind: 'comment',
    ...basics,
    maxLength: node.count('maxLength') ?? limits.text ?? DEFAULT_LENGTH,
    rows: Math.min(node.count('rows') ?? 4, 20),
    placeholder: node.text('placeholder'),
  }),
  shape: () => 'one',
  read(question, form, locale) {
    const field = fieldOf(question);
    return single(question.name, field, readLines(question.maxLength, form, field, locale));
  },
  missing: (_question, { fillIn }) => fillIn,
  display: (_question, answer, locale) => plainText(answer, locale),
  columns: (question) => [placeOf(question, { isFreeText: true })],
  seconds: ({ required }) => (required ? 45 : 20),
  room: ({ maxLength }) => ({ fields: 1, characters: maxLength }),
  hint({ validators, maxLength }, locale) {
    const texts = respondentTexts[locale];
    const length = validatorOf(validators, 'text');
    return sentences(
      length?.minLength ? texts.atLeastCharacters({ count: length.minLength }) : null,
      maxLength <= LIMIT_WORTH_TELLING ? texts.atMostCharacters({ count: maxLength }) : null,
    );
  },
  reading: (question) => ({ field: fieldOf(question), as: 'text' }),
  isEnhanced: ({ maxLength }) => maxLength <= LIMIT_WORTH_TELLING,
};
