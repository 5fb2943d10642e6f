import { namesIn, type Expression } from '../expressions/expression.js';
import { commentName } from '../answers/answers.js';
import { isCalculated } from './calculated.js';
import { otherChoiceOf, type Choice } from './plan-choices.js';
import type { ExpressionQuestion } from '../kinds/expression/expression.plan.js';
import { kindOf, type PlanQuestion } from '../kinds/registry.js';
import { memoizeByPlan } from './memoize-by-plan.js';
import { questionsOf, type CalculatedValue, type QuestionnairePlan } from './questionnaire-plan.js';

/** What has to be looked up in a plan again and again, found once per plan. */
export interface PlanNames {
  questions: readonly PlanQuestion[];
  byName: ReadonlyMap<string, PlanQuestion>;
  /** Every name an expression may use, by its lower case: SurveyJS' names match in any case. */
  spelling: ReadonlyMap<string, string>;
  /** In an order in which each stands after those it reads. */
  calculated: readonly CalculatedValue[];
  expressionQuestions: readonly ExpressionQuestion[];
  /** Questions of which some choices or rows come and go. */
  withConditions: readonly PlanQuestion[];
}

export const namesOf = memoizeByPlan((plan: QuestionnairePlan): PlanNames => {
  const questions = questionsOf(plan);
  const all = [
    ...questions.flatMap((question) =>
      otherChoiceOf(question) ? [question.name, commentName(question.name)] : [question.name],
    ),
    ...plan.calculated.map(({ name }) => name),
  ];
  return {
    questions,
    byName: new Map(questions.map((question) => [question.name, question])),
    spelling: new Map(all.map((name) => [name.toLowerCase(), name])),
    calculated: inOrderOfUse(plan.calculated),
    expressionQuestions: questions.filter(isCalculated),
    withConditions: questions.filter((question) => optionsOf(question).some(hasCondition)),
  };
});

/** The choices or rows of a question, which may have conditions; columns and choices of cells have none. */
export function optionsOf(question: PlanQuestion): Choice[] {
  return kindOf(question).options?.(question) ?? [];
}

function hasCondition({ visibleIf, enableIf }: Choice): boolean {
  return visibleIf !== null || enableIf !== null;
}

function inOrderOfUse(calculated: readonly CalculatedValue[]): CalculatedValue[] {
  const ordered = new Set<CalculatedValue>();
  const begun = new Set<CalculatedValue>();
  const add = (value: CalculatedValue): void => {
    if (begun.has(value)) return;
    begun.add(value);
    const read = lowerCaseNamesIn(value.expression);
    calculated.filter(({ name }) => read.has(name.toLowerCase())).forEach(add);
    ordered.add(value);
  };
  calculated.forEach(add);
  return [...ordered];
}

export function lowerCaseNamesIn(expression: Expression): ReadonlySet<string> {
  return new Set(namesIn(expression).map((name) => name.toLowerCase()));
}
