import fc from 'fast-check';
import { kinds, type ConditionSketch, type QuestionSketch } from './generated-questions.js';

/**
 * What is generated is a sketch of numbers, so that a failing case shrinks to the few elements that matter.
 */

/** Sets of answers per questionnaire: making survey-core's model takes longer than using it. */
export const SETS = 3;

export type ElementSketch =
  | { type: 'question'; question: QuestionSketch }
  | { type: 'note'; visibleIf: ConditionSketch | null }
  | ContainerSketch;

export interface ContainerSketch {
  type: 'panel';
  isRequired: boolean;
  visibleIf: ConditionSketch | null;
  enableIf: ConditionSketch | null;
  requiredIf: ConditionSketch | null;
  elements: ElementSketch[];
}

export const { condition } = fc.letrec<{ condition: ConditionSketch; more: ConditionSketch | null }>(
  (tie) => ({
    condition: fc.record({
      on: fc.nat(999),
      operator: fc.nat(999),
      value: fc.nat(999),
      and: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: tie('more') }),
      isOr: fc.boolean(),
    }),
    more: tie('condition'),
  }),
);

/** A condition in one of so many cases. */
function sometimes(oneIn: number): fc.Arbitrary<ConditionSketch | null> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: condition });
}

const question: fc.Arbitrary<QuestionSketch> = fc.record({
  kind: fc.constantFrom(...kinds),
  isRequired: fc.boolean(),
  visibleIf: sometimes(3),
  enableIf: sometimes(8),
  requiredIf: sometimes(8),
  choiceIf: fc.oneof(
    { weight: 2, arbitrary: fc.constant<ConditionSketch[]>([]) },
    { weight: 1, arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }) },
  ),
  variant: fc.nat(9999),
  answers: fc.array(fc.nat(99999), { minLength: SETS, maxLength: SETS }),
});

export const { element } = fc.letrec<{ element: ElementSketch }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 8, arbitrary: fc.record({ type: fc.constant('question' as const), question }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('note' as const), visibleIf: sometimes(3) }) },
    { weight: 2, arbitrary: container(tie('element'), 0) },
  ),
}));

export function container(
  inner: fc.Arbitrary<ElementSketch>,
  minLength: number,
): fc.Arbitrary<ContainerSketch> {
  return fc.record({
    type: fc.constant('panel' as const),
    isRequired: fc.oneof(
      { weight: 3, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    visibleIf: sometimes(3),
    enableIf: sometimes(8),
    requiredIf: sometimes(10),
    elements: fc.array(inner, { minLength, maxLength: 3 }),
  });
}

export const calculated = fc.record({
  on: fc.nat(999),
  also: fc.nat(999),
  form: fc.nat(999),
  kept: fc.boolean(),
});
export type CalculatedSketch = { on: number; also: number; form: number; kept: boolean };

export interface TriggerSketch {
  when: ConditionSketch;
  goto: number;
}
