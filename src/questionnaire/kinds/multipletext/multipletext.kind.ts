import { keysIn } from '../../compile/keys-in.js';
import { compileTextItems } from './multipletext.compile.js';
import { entriesOf, fieldEntry, fieldOf, written } from '../../answers/read/answer-fields.js';
import { answerMessages } from '../../answers/answer-messages.js';
import { placeOf } from '../../answers/show/answer-places.js';
import { partsText, plainText } from '../../answers/show/answer-words.js';
import { fault, partError } from '../../answers/check/part-error.js';
import { record } from '../../answers/read/read-parts.js';
import { readText } from '../../answers/read/read-text.js';
import { textReading, type Reading } from '../../browser/browser-readings.js';
import { isRecord } from '../../expressions/expression-values.js';
import { isFreeText, SECONDS_PER_LINE } from '../../plan/text-rules.js';
import type { QuestionKind } from '../question-kind.js';
import { multipleTextEditor } from './multipletext.editor.js';
import type { MultipleTextQuestion } from './multipletext.plan.js';

export const multipleTextKind: QuestionKind<MultipleTextQuestion> = {
  editor: multipleTextEditor,
  properties: ['items'],
  compile: (node, basics, limits) => compileTextItems(node, basics, limits.text),
  partNames: ({ items }) => keysIn(items),
  shape: () => 'parts',
  read: (question, form, locale) =>
    record(
      question.name,
      question.items.map((item) => {
        const field = fieldOf(question, item.name);
        return { key: item.name, field, reading: readText(item, form, field, locale) };
      }),
    ),
  form: (question, answer, locale) =>
    entriesOf(answer).flatMap(([item, value]) => fieldEntry(fieldOf(question, item), written(value, locale))),
  missing: (_question, { fillInOne }) => fillInOne,
  faults(question, value, checking) {
    const given = isRecord(value) ? value : {};
    const { fillIn } = answerMessages[checking.locale];
    return question.items.flatMap((item) =>
      fault(() => fieldOf(question, item.name), partError(item, given[item.name], checking, {}, fillIn)),
    );
  },
  display: (_question, answer, locale) => partsText(answer, (_name, value) => plainText(value, locale)),
  displayPart: (_question, answer, within, locale) => plainText(answer[within], locale),
  columns: (question) =>
    question.items.map((item) =>
      placeOf(question, { keys: [item.name], rowTitle: item.title, isFreeText: isFreeText(item) }),
    ),
  texts: ({ items }) => items.map(({ title }) => title),
  seconds: ({ items }) => SECONDS_PER_LINE * items.length,
  room: ({ items }) => ({
    fields: items.length,
    characters: items.reduce((sum, { maxLength }) => sum + maxLength, 0),
  }),
  reading(question) {
    const field = fieldOf(question);
    const parts = question.items.map((item) => [item.name, textReading(`${field}.${item.name}`, item)]);
    return { field, as: 'parts', parts: Object.fromEntries(parts) as Record<string, Reading> };
  },
};
