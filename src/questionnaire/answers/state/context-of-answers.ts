import { localTimeOf } from '../../../common/local-time.js';
import type { EvaluationContext } from '../../expressions/evaluation-context.js';
import type { ValueOf } from '../../expressions/evaluate-expression.js';
import type { WallClock } from '../../expressions/expression.js';
import { namesOf } from '../../plan/plan-names.js';
import type { QuestionnairePlan } from '../../plan/questionnaire-plan.js';
import type { QuestionnaireState, RespondentContext } from './questionnaire-state.js';

/** What expressions read at a state whose values are settled. */
export function contextOf({ plan, values, respondent }: QuestionnaireState): EvaluationContext {
  return evaluationContextOf(plan, new Map(Object.entries(values)), respondent);
}

/** What expressions read while values are still being filled in. */
export function evaluationContextOf(
  plan: QuestionnairePlan,
  values: Map<string, unknown>,
  { now, timeZone, person }: RespondentContext,
): EvaluationContext {
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
