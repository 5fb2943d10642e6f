import { localTimeOf } from '../common/local-time.js';
import { evaluate, isTrue, type ValueOf } from './evaluate-expression.js';
import type { Expression, WallClock } from './expression.js';
import { namesOf } from './plan-names.js';
import type { QuestionnairePlan } from './questionnaire-plan.js';
import type { Surroundings } from './questionnaire-state.js';

/** What expressions are worked out from. `values` may still grow while they are. */
export interface Reckoning {
  values: Map<string, unknown>;
  valueOf: ValueOf;
  now: WallClock;
}

/** Names that only one place knows, in lower case: `self` for the answer that is checked, `row` for the cells beside it. */
export type LocalNames = Readonly<Record<string, unknown>>;

export function reckoningOf(
  plan: QuestionnairePlan,
  values: Map<string, unknown>,
  { now, timeZone, person }: Surroundings,
): Reckoning {
  const { spelling } = namesOf(plan);
  // Undefined for what is not answered, null for what the questionnaire does not know.
  const valueOf: ValueOf = (name) => {
    const key = name.toLowerCase();
    const spelled = spelling.get(key);
    if (spelled !== undefined) return values.get(spelled);
    return key === 'person' ? person : null;
  };
  return { values, valueOf, now: new LocalClock(now, timeZone) };
}

/** Looked up when something asks for it, which few questionnaires do. */
class LocalClock implements WallClock {
  private local: string[] | undefined;

  constructor(
    private readonly now: Date,
    private readonly timeZone: string,
  ) {}

  get today(): string {
    return this.part(0);
  }

  get time(): string {
    return this.part(1);
  }

  private part(index: number): string {
    return (this.local ??= localTimeOf(this.now, this.timeZone).split('T'))[index] ?? '';
  }
}

export function worth(reckoning: Reckoning, expression: Expression, local: LocalNames = {}): unknown {
  return evaluate(expression, withLocal(reckoning.valueOf, local), reckoning.now);
}

export function holds(reckoning: Reckoning, condition: Expression, local: LocalNames = {}): boolean {
  return isTrue(condition, withLocal(reckoning.valueOf, local), reckoning.now);
}

function withLocal(valueOf: ValueOf, local: LocalNames): ValueOf {
  return (name) => {
    const key = name.toLowerCase();
    return Object.hasOwn(local, key) ? local[key] : valueOf(name);
  };
}
