import { isEmpty, isRecord } from '../../expressions/expression-values.js';
import type { Answers, AnswerValue } from '../answers.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import { isCalculated } from '../../plan/calculated.js';
import type { QuestionnaireState } from './questionnaire-state.js';
import type { ReadAnswer } from '../read/reading.js';
import { plainValue } from '../../expressions/plain-value.js';
import { isShown } from './evaluate-questionnaire.js';

/**
 * The answers as they are handed in, the way SurveyJS clears them at the end: those of hidden questions
 * and rows are gone, values of expressions and calculated values to be kept are there.
 */
export function cleanedAnswers(
  state: QuestionnaireState,
  reads: ReadonlyMap<PlanQuestion, ReadAnswer>,
): Answers {
  const { plan, values } = state;
  const entries: [string, unknown][] = [];
  for (const [question, read] of reads) {
    if (!isShown(state, question)) continue;
    if (isCalculated(question)) entries.push([question.name, values[question.name]]);
    for (const [name, value] of read.values) {
      entries.push([name, name === question.name ? cleaned(question, value, state) : value]);
    }
  }
  for (const { name, kept } of plan.calculated) {
    if (kept) entries.push([name, plainValue(values[name])]);
  }
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value))) as Answers;
}

function cleaned(question: PlanQuestion, value: AnswerValue, { withheld }: QuestionnaireState): unknown {
  if (!isRecord(value) || kindOf(question).shape(question) !== 'rows') return value;
  const rows = withheld.get(question.id);
  return Object.fromEntries(Object.entries(value).filter(([row]) => !rows?.has(row)));
}
