import { localTimeOf } from '../../common/local-time.js';
import type { Reading } from './browser-readings.js';
import type { Expression, WallClock } from '../expressions/expression.js';
import { isCalculated } from '../plan/calculated.js';
import { isLive, reads } from '../plan/live-expressions.js';
import { liveNames } from '../plan/live-names.js';
import { namesReadIn, stepsUnder } from '../plan/names-read.js';
import { commentName } from '../answers/answers.js';
import { otherChoiceOf, type Choice } from '../plan/plan-choices.js';
import { kindOf, type PlanQuestion } from '../kinds/registry.js';
import {
  isQuestion,
  questionsOf,
  questionsWithin,
  type PlanElement,
  type PlanPage,
  type PlanPanel,
} from '../plan/questionnaire-plan.js';
import type { QuestionnaireState } from '../answers/state/questionnaire-state.js';

/**
 * What the script of one page needs to let it change while people fill it in: only conditions that can
 * come out otherwise before the page is left, and only the other answers that those read.
 */
export interface BrowserPlan {
  now: WallClock;
  /** Values that stay as they are, by name in lower case; null for names the questionnaire does not know. */
  values: Record<string, unknown>;
  /** How to read the questions of this page, by name in lower case. */
  fields: Record<string, Reading>;
  /** In the order in which they are calculated. */
  calculated: Calculation[];
  elements: ElementConditions[];
  choices: ChoiceConditions[];
}

/** `enableIf` is asked of expression questions only: one that is disabled keeps what it has. */
export type Calculation = [name: string, expression: Expression, enableIf: Expression];

/** Questions, panels and notes by id, what lies outside before what lies inside it; null: no condition. */
export type ElementConditions = [
  id: string,
  visibleIf: Expression | null,
  enableIf: Expression | null,
  requiredIf: Expression | null,
];

/** A choice, row or column: where it is on the page, as a selector. */
export type ChoiceConditions = [
  selector: string,
  value: string | number,
  visibleIf: Expression | null,
  enableIf: Expression | null,
];

/** Null if nothing on the page depends on its own answers. `pipedNames` are the names its texts show. */
export function browserPlanOf(
  state: QuestionnaireState,
  pageIndex: number,
  pipedNames: readonly string[],
): BrowserPlan | null {
  const { plan, respondent } = state;
  const page = plan.pages[pageIndex];
  if (!page) return null;
  const live = liveNames(plan, pageIndex);
  const elements = elementsOf(page, live);
  const choices = questionsWithin(page).flatMap((question) => choicesOf(question, live));
  const shown = questionsWithin(page).filter(isCalculated);
  const wanted = [...shown.map(({ name }) => name), ...pipedNames].filter((name) => reads(name, live));
  if (elements.length + choices.length + wanted.length === 0) return null;

  const conditions = [...elements, ...choices].flatMap((entry) => entry.slice(-3));
  const derived = [...plan.calculated, ...questionsOf(plan).filter(isCalculated)];
  const names = namesReadIn(conditions, wanted, derived);
  const calculated = derived.filter(({ name, expression }) => reads(name, names) && isLive(expression, live));
  const expressions = [...conditions, ...calculated.map(({ expression }) => expression)];
  const [today = '', time = ''] = localTimeOf(respondent.now, respondent.timeZone).split('T');
  return {
    now: { today, time },
    values: fixedValues(state, names, live, expressions),
    fields: fieldsOf(page, names),
    calculated: calculated.map((one): Calculation => [
      one.name.toLowerCase(),
      one.expression,
      ('enableIf' in one && one.enableIf) || true,
    ]),
    elements,
    choices,
  };
}

function elementsOf(of: PlanPage | PlanPanel, live: ReadonlySet<string>): ElementConditions[] {
  return of.elements.flatMap((element) => {
    const inner = element.kind === 'panel' ? elementsOf(element, live) : [];
    const [visibleIf, enableIf, requiredIf] = liveConditions(element, live);
    const isAffected = (visibleIf ?? enableIf ?? requiredIf) !== null || inner.length > 0;
    return isAffected ? [[element.id, visibleIf, enableIf, requiredIf], ...inner] : [];
  });
}

type LiveConditions = [Expression | null, Expression | null, Expression | null];

function liveConditions(element: PlanElement, live: ReadonlySet<string>): LiveConditions {
  const { visibleIf, enableIf, requiredIf } = element;
  const onlyLive = (condition: Expression | null) => (isLive(condition, live) ? condition : null);
  return [onlyLive(visibleIf), onlyLive(enableIf), onlyLive(requiredIf)];
}

function choicesOf(question: PlanQuestion, live: ReadonlySet<string>): ChoiceConditions[] {
  const id = question.id.replaceAll('.', '_');
  const planned = (choices: readonly Choice[], selector: (index: number) => string) =>
    choices.flatMap(({ value, visibleIf, enableIf }, index): ChoiceConditions[] => {
      const changes = isLive(visibleIf, live) || isLive(enableIf, live);
      return changes ? [[selector(index), value, visibleIf, enableIf]] : [];
    });
  const kind = kindOf(question);
  const lists = kind.browserOptions?.(question, id) ?? [
    { options: kind.options?.(question) ?? [], selector: (index: number) => `#q${id}-${index}` },
  ];
  return lists.flatMap((list) => planned(list.options, list.selector));
}

/** Values of other pages and of the person, as far as they are read. */
function fixedValues(
  { plan, values, respondent }: QuestionnaireState,
  names: ReadonlySet<string>,
  live: ReadonlySet<string>,
  expressions: readonly Expression[],
): Record<string, unknown> {
  const known = [
    ...questionsOf(plan).flatMap(({ name }) => [name, commentName(name)]),
    ...plan.calculated.map(({ name }) => name),
  ];
  const entries = known
    .filter((name) => !live.has(name) && reads(name, names))
    .map((name): [string, unknown] => [name.toLowerCase(), values[name]]);
  const unknown = [...names]
    .filter((name) => !reads(name, known))
    .map((name): [string, unknown] => [name, null]);
  const attributes = stepsUnder('person', expressions);
  const person = Object.entries(respondent.person).filter(([name]) => attributes.has(name.toLowerCase()));
  return {
    ...Object.fromEntries([...unknown, ...entries]),
    ...(attributes.size > 0 ? { person: Object.fromEntries(person) } : {}),
  };
}

function fieldsOf(page: PlanPage, names: ReadonlySet<string>): Record<string, Reading> {
  const entries = questionsWithin(page)
    .filter((question) => isQuestion(question) && !isCalculated(question))
    .flatMap((question): [string, Reading][] => {
      const comment = commentName(question.name);
      return [
        ...(reads(question.name, names)
          ? [[question.name.toLowerCase(), kindOf(question).reading(question)] as [string, Reading]]
          : []),
        ...(otherChoiceOf(question) && reads(comment, names)
          ? [[comment.toLowerCase(), { field: `q.${comment}`, as: 'text' }] as [string, Reading]]
          : []),
      ];
    });
  return Object.fromEntries(entries);
}
