import { isDeepStrictEqual } from 'node:util';
import type { Locale } from '../../../common/locale.js';
import { answersOfOtherPages } from '../read/answer-form.js';
import { keepUnavailable } from '../state/unavailable-choices.js';
import { commentName, type Answers, type AnswerValue } from '../answers.js';
import type { PlanQuestion } from '../../kinds/registry.js';
import { isCalculated } from '../../plan/calculated.js';
import type { ElementStates } from '../state/element-states.js';
import type { QuestionnaireState } from '../state/questionnaire-state.js';
import type { Fault, ReadAnswer } from '../read/reading.js';
import { isShown, evaluateQuestionnaire } from '../state/evaluate-questionnaire.js';

/** A condition may change what another reads; longer chains on one page than this are not followed. */
const ROUNDS = 5;

export interface Posted {
  state: QuestionnaireState;
  faults: ReadonlyMap<string, Fault[]>;
}

/**
 * Puts what was read from a page in place of its answers. What can be answered depends on the answers,
 * so this is done until it changes nothing: questions that cannot be answered keep theirs, and so do
 * hidden ones that nothing was posted for, as SurveyJS keeps them until the end.
 */
export function settlePosted(
  before: QuestionnaireState,
  pageIndex: number,
  reads: ReadonlyMap<PlanQuestion, ReadAnswer>,
  locale: Locale,
): Posted {
  const { plan, respondent } = before;
  const elsewhere = answersOfOtherPages(plan, pageIndex, before.answers);
  let state = before;
  let faults = new Map<string, Fault[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    faults = new Map();
    const entries: [string, AnswerValue][] = [];
    for (const [question, read] of reads) {
      const one = takenFor(question, read, before.answers, state, locale);
      entries.push(...one.values);
      faults.set(question.id, one.faults);
    }
    const answers = { ...elsewhere, ...Object.fromEntries(entries) };
    if (round > 0 && isDeepStrictEqual(answers, state.answers)) break;
    const assumed = state;
    state = evaluateQuestionnaire(plan, answers, respondent);
    if (asksAlike(assumed, state)) break;
  }
  return { state: withoutWithheld(state, [...reads.keys()]), faults };
}

/** Whether the same can be answered at both: then the same answers are taken. */
function asksAlike(a: ElementStates, b: ElementStates): boolean {
  return isDeepStrictEqual([a.hidden, a.disabled, a.unavailable], [b.hidden, b.disabled, b.unavailable]);
}

function takenFor(
  question: PlanQuestion,
  read: ReadAnswer,
  before: Answers,
  state: QuestionnaireState,
  locale: Locale,
): ReadAnswer {
  if (isCalculated(question)) return { values: [], faults: [] };
  const isSilent = read.values.length === 0 && read.faults.length === 0;
  if (state.disabled.has(question.id) || (isSilent && !isShown(state, question))) {
    return { values: keptEntries(question, before), faults: [] };
  }
  return keepUnavailable(question, read, before, state, locale);
}

function keptEntries({ name }: PlanQuestion, before: Answers): [string, AnswerValue][] {
  return [name, commentName(name)].flatMap((key): [string, AnswerValue][] => {
    const value = Object.hasOwn(before, key) ? before[key] : undefined;
    return value === undefined ? [] : [[key, value]];
  });
}

/**
 * Choices of this page that are not on offer any more are gone, as if they had been cleared while typing;
 * what else holds is calculated without them.
 */
function withoutWithheld(state: QuestionnaireState, questions: readonly PlanQuestion[]): QuestionnaireState {
  const { plan, answers, respondent, values } = state;
  const changed = questions.filter(
    ({ name }) => Object.hasOwn(answers, name) && answers[name] !== values[name],
  );
  if (changed.length === 0) return state;
  const names = new Set(changed.map(({ name }) => name));
  const left = Object.entries(answers).flatMap(([name, answer]): [string, AnswerValue][] => {
    if (!names.has(name)) return [[name, answer]];
    return Object.hasOwn(values, name) ? [[name, values[name] as AnswerValue]] : [];
  });
  return evaluateQuestionnaire(plan, Object.fromEntries(left), respondent);
}
