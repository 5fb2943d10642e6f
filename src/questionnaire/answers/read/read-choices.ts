import type { Locale } from '../../../common/locale.js';
import { fieldOf, type AnswerForm } from './answer-fields.js';
import { answerMessages } from '../answer-messages.js';
import { oneLineIn, postedText, postedTexts, UNREADABLE } from './posted-values.js';
import { NONE, OTHER } from '../answers.js';
import { memoizeByPlan } from '../../plan/memoize-by-plan.js';
import type { ChoiceList } from '../../plan/plan-choices.js';
import type { RankingQuestion } from '../../kinds/ranking/ranking.plan.js';
import { nothing, refused, taken, type Fault, type Reading } from './reading.js';

/** What can be chosen of columns or steps of a rating. */
export const valuesIn = memoizeByPlan(
  (choices: readonly { value: string | number }[]): readonly (string | number)[] =>
    choices.map(({ value }) => value),
);

/** All values a list of choices can be answered with, in the order of the questionnaire; put together once per list. */
export const valuesOf = memoizeByPlan(
  (list: Pick<ChoiceList, 'choices'> & Partial<ChoiceList>): readonly (string | number)[] => [
    ...list.choices.map(({ value }) => value),
    ...(list.other ? [OTHER] : []),
    ...(list.none ? [NONE] : []),
  ],
);

/** Reads one value out of those that there are, with the type it has in the questionnaire. */
export function readOne<T extends string | number | boolean>(
  values: readonly T[],
  form: AnswerForm,
  field: string,
  locale: Locale,
): Reading<T> {
  const posted = postedText(form, field, oneLineIn);
  if (posted === null) return nothing;
  if (posted === UNREADABLE) return refused(answerMessages[locale].unreadable);
  const value = values.find((candidate) => String(candidate) === posted);
  return value === undefined ? refused(answerMessages[locale].notOffered) : taken(value);
}

/** Reads any number of values, in the order of the questionnaire. */
export function readSome(
  values: readonly (string | number)[],
  form: AnswerForm,
  field: string,
  locale: Locale,
): Reading<(string | number)[]> {
  const posted = new Set(postedTexts(form, field, oneLineIn));
  if (posted.size === 0) return nothing;
  const chosen = values.filter((value) => posted.has(String(value)));
  return chosen.length < posted.size ? refused(answerMessages[locale].notOffered) : taken(chosen);
}

/**
 * Reads a ranking: each choice has a field that holds its rank or nothing. Ranks given twice and ranks
 * left out are faults; how many have to be ranked is not looked at here.
 */
export function readRanking(
  question: RankingQuestion,
  form: AnswerForm,
  locale: Locale,
): { value: (string | number)[] | null; faults: Fault[] } {
  const messages = answerMessages[locale];
  const count = question.choices.length;
  const byRank = new Map<number, string | number>();
  const faults: Fault[] = [];
  for (const { value } of question.choices) {
    const field = fieldOf(question, value);
    const posted = postedText(form, field, oneLineIn);
    if (posted === null) continue;
    const rank = /^\d{1,4}$/.test(posted) ? Number(posted) : 0;
    if (rank < 1 || rank > count) faults.push({ field, message: messages.rankFrom({ count }) });
    else if (byRank.has(rank)) faults.push({ field, message: messages.rankTwice({ rank }) });
    else byRank.set(rank, value);
  }
  const ranks = [...byRank.keys()].sort((a, b) => a - b);
  const gap = ranks.findIndex((rank, index) => rank !== index + 1);
  if (gap >= 0 && faults.length === 0) {
    const afterGap = byRank.get(ranks[gap] ?? 0) ?? '';
    faults.push({ field: fieldOf(question, afterGap), message: messages.rankMissing({ rank: gap + 1 }) });
  }
  const ranked = ranks.flatMap((rank) => byRank.get(rank) ?? []);
  return { value: faults.length > 0 || ranked.length === 0 ? null : ranked, faults };
}
