import { isEmpty } from './expression-values.js';
import { plainValue } from './plain-value.js';
import { namesOf, optionsOf } from './plan-names.js';
import type { Choice } from './plan-choices.js';
import type { ExpressionQuestion, PlanQuestion } from './plan-question.js';
import type { QuestionnairePlan } from './questionnaire-plan.js';
import { holds, worth, type Reckoning } from './reckoning.js';

/** As often as SurveyJS works out expressions anew when one changes what another reads. */
const ROUNDS = 10;

/**
 * Works out calculated values and expression questions, and takes back answers that are no longer on
 * offer, until nothing changes: expressions may read one another, and a choice taken back may change
 * what is on offer elsewhere. Fills `reckoning.values`.
 */
export function settle(plan: QuestionnairePlan, reckoning: Reckoning): void {
  const { withConditions } = namesOf(plan);
  settleExpressions(plan, reckoning);
  // Each step takes back at least one choice, so this comes to an end.
  while (withConditions.some((question) => takeBack(question, reckoning))) settleExpressions(plan, reckoning);
}

function settleExpressions(plan: QuestionnairePlan, reckoning: Reckoning): void {
  const { calculated, expressionQuestions } = namesOf(plan);
  for (let round = 0; round < ROUNDS; round += 1) {
    const changes = [
      ...calculated.map(({ name, expression }) => setValue(reckoning, name, worth(reckoning, expression))),
      ...expressionQuestions.map((question) => workOut(question, reckoning)),
    ];
    if (!changes.includes(true)) return;
  }
}

function workOut(question: ExpressionQuestion, reckoning: Reckoning): boolean {
  return setValue(reckoning, question.name, plainValue(worth(reckoning, question.expression)));
}

function setValue({ values }: Reckoning, name: string, value: unknown): boolean {
  const before = values.get(name);
  if (isSame(before, value)) return false;
  if (value === undefined || value === null) values.delete(name);
  else values.set(name, value);
  return true;
}

function isSame(before: unknown, after: unknown): boolean {
  return Object.is(before ?? null, after ?? null) || JSON.stringify(before) === JSON.stringify(after);
}

/** Takes chosen values out of an answer that are not on offer any more; rows are left until the end. */
function takeBack(question: PlanQuestion, reckoning: Reckoning): boolean {
  if (question.kind === 'matrix' || question.kind === 'matrixdropdown') return false;
  const answer = reckoning.values.get(question.name);
  if (isEmpty(answer)) return false;
  const withheld = withheldOf(optionsOf(question), reckoning);
  if (withheld.size === 0) return false;
  const isWithheld = (value: unknown): boolean => withheld.has(String(value));
  if (!Array.isArray(answer)) return isWithheld(answer) && reckoning.values.delete(question.name);
  const left = answer.filter((value) => !isWithheld(value));
  if (left.length === answer.length) return false;
  if (left.length > 0) reckoning.values.set(question.name, left);
  else reckoning.values.delete(question.name);
  return true;
}

/** Values of choices that are not there. */
export function withheldOf(choices: readonly Choice[], reckoning: Reckoning): ReadonlySet<string> {
  return valuesOf(choices.filter(({ visibleIf }) => visibleIf !== null && !holds(reckoning, visibleIf)));
}

/** Values of choices that are there but cannot be chosen. */
export function barredOf(choices: readonly Choice[], reckoning: Reckoning): ReadonlySet<string> {
  return valuesOf(choices.filter(({ enableIf }) => enableIf !== null && !holds(reckoning, enableIf)));
}

function valuesOf(choices: readonly Choice[]): ReadonlySet<string> {
  return new Set(choices.map(({ value }) => String(value)));
}
