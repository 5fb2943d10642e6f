import { isEmpty } from '../../expressions/expression-values.js';
import { plainValue } from '../../expressions/plain-value.js';
import { namesOf, optionsOf } from '../../plan/plan-names.js';
import type { Choice } from '../../plan/plan-choices.js';
import type { ExpressionQuestion } from '../../kinds/expression/expression.plan.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import type { QuestionnairePlan } from '../../plan/questionnaire-plan.js';
import { holds, evaluateIn, type EvaluationContext } from '../../expressions/evaluation-context.js';

/** As often as SurveyJS calculates expressions anew when one changes what another reads. */
const ROUNDS = 10;

/**
 * Evaluates calculated values and expression questions, and takes back answers that are no longer on offer,
 * until nothing changes: expressions may read one another, and a choice taken back may change what is on
 * offer elsewhere. Fills `context.values`.
 */
export function settle(plan: QuestionnairePlan, context: EvaluationContext): void {
  const { withConditions } = namesOf(plan);
  settleExpressions(plan, context);
  // Each step takes back at least one choice, so this comes to an end.
  while (withConditions.some((question) => clearUnavailable(question, context)))
    settleExpressions(plan, context);
}

function settleExpressions(plan: QuestionnairePlan, context: EvaluationContext): void {
  const { calculated, expressionQuestions } = namesOf(plan);
  for (let round = 0; round < ROUNDS; round += 1) {
    const changes = [
      ...calculated.map(({ name, expression }) => setValue(context, name, evaluateIn(context, expression))),
      ...expressionQuestions.map((question) => calculate(question, context)),
    ];
    if (!changes.includes(true)) return;
  }
}

function calculate(question: ExpressionQuestion, context: EvaluationContext): boolean {
  return setValue(context, question.name, plainValue(evaluateIn(context, question.expression)));
}

function setValue({ values }: EvaluationContext, name: string, value: unknown): boolean {
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
function clearUnavailable(question: PlanQuestion, context: EvaluationContext): boolean {
  if (kindOf(question).shape(question) === 'rows') return false;
  const answer = context.values.get(question.name);
  if (isEmpty(answer)) return false;
  const withheld = withheldOf(optionsOf(question), context);
  if (withheld.size === 0) return false;
  const isWithheld = (value: unknown): boolean => withheld.has(String(value));
  if (!Array.isArray(answer)) return isWithheld(answer) && context.values.delete(question.name);
  const left = answer.filter((value) => !isWithheld(value));
  if (left.length === answer.length) return false;
  if (left.length > 0) context.values.set(question.name, left);
  else context.values.delete(question.name);
  return true;
}

/** Values of choices that are not there. */
export function withheldOf(choices: readonly Choice[], context: EvaluationContext): ReadonlySet<string> {
  return valuesOf(choices.filter(({ visibleIf }) => visibleIf !== null && !holds(context, visibleIf)));
}

/** Values of choices that are there but cannot be chosen. */
export function unavailableOf(choices: readonly Choice[], context: EvaluationContext): ReadonlySet<string> {
  return valuesOf(choices.filter(({ enableIf }) => enableIf !== null && !holds(context, enableIf)));
}

function valuesOf(choices: readonly Choice[]): ReadonlySet<string> {
  return new Set(choices.map(({ value }) => String(value)));
}
