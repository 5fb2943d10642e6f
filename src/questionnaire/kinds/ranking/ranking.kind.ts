import { compileRanking, rankingProperties } from '../../compile/compile-lists.js';
import { countChecks } from '../../compile/compile-validators.js';
import { fieldEntry, fieldOf, textOf } from '../../answers/read/answer-fields.js';
import { answerMessages } from '../../answers/answer-messages.js';
import { offeredChoices } from '../../answers/state/offers.js';
import { readRanking } from '../../answers/read/read-choices.js';
import { valuesOf } from '../../browser/browser-readings.js';
import { rankRule } from '../../view/hint-rules.js';
import { respondentTexts } from '../../view/respondent-texts.js';
import { choiceKind } from '../choice-kinds.js';
import type { QuestionKind } from '../question-kind.js';
import { rankingEditor } from './ranking.editor.js';
import type { RankingQuestion } from './ranking.plan.js';

export const rankingKind: QuestionKind<RankingQuestion> = {
  ...choiceKind,
  editor: rankingEditor,
  properties: rankingProperties,
  validators: countChecks,
  compile: compileRanking,
  isOrdered: true,
  shape: () => 'ranking',
  read(question, form, locale) {
    const { value, faults } = readRanking(question, form, locale);
    return { values: value ? [[question.name, value]] : [], faults };
  },
  form: (question, answer) =>
    (Array.isArray(answer) ? answer : []).flatMap((value: unknown, index) => {
      const name = textOf(value);
      return name === null ? [] : fieldEntry(fieldOf(question, name), index + 1);
    }),
  missing: (_question, { rankAtLeast }) => rankAtLeast({ count: 1 }),
  countError(question, { length: ranked }, { state, locale }) {
    const messages = answerMessages[locale];
    const { partial, minSelected, maxSelected } = question;
    const count = offeredChoices(state, question).length;
    if (!partial) return ranked > 0 && ranked < count ? messages.rankAll({ count }) : null;
    if (minSelected !== null && ranked < minSelected) return messages.rankAtLeast({ count: minSelected });
    return maxSelected !== null && ranked > maxSelected ? messages.rankAtMost({ count: maxSelected }) : null;
  },
  seconds: ({ choices }) => 5 * choices.length,
  room: ({ choices }) => ({ fields: choices.length + 2, characters: 0 }),
  hint({ partial, minSelected, maxSelected }, locale) {
    const { rank, rankAll } = respondentTexts[locale];
    return partial ? rankRule(minSelected, maxSelected, rank) : rankAll;
  },
  reading: (question) => ({ field: fieldOf(question), as: 'ranking', ...valuesOf(question.choices) }),
  // A list to put in order.
  isEnhanced: () => true,
};
