import type { Locale } from '../../../common/locale.js';
import type { EvaluationContext } from '../../expressions/evaluation-context.js';
import type { ElementStates } from '../state/element-states.js';

/** Where answers are checked: what holds now, values to work expressions out from, and the language. */
export interface Checking {
  state: ElementStates;
  context: EvaluationContext;
  locale: Locale;
}
