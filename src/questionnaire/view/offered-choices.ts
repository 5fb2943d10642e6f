import { textIn, type LocalizedText } from '../../common/locale.js';
import { isLive } from '../plan/live-expressions.js';
import { NONE, OTHER } from '../answers/answers.js';
import type { Choice } from '../plan/plan-choices.js';
import type { PlanQuestion } from '../kinds/registry.js';
import { inOrderOf, type ListOrder } from '../plan/random-order.js';
import type { Sheet } from './field.js';

/** One choice as it is drawn. */
export interface OfferedChoice<Drawn extends Choice = Choice> {
  choice: Drawn;
  /** End of its control's id: its place in the plan, whatever the order on the page. */
  key: string;
  /** Not on offer now, but it may be before the page is left. */
  isHidden: boolean;
  /** There, but it cannot be chosen now. */
  isUnavailable: boolean;
}

/** Columns, which bear no conditions, as they stand in the questionnaire. */
export function always<Drawn extends Choice>(choices: readonly Drawn[]): OfferedChoice<Drawn>[] {
  return choices.map((choice, index) => ({
    choice,
    key: String(index),
    isHidden: false,
    isUnavailable: false,
  }));
}

/** Choices or rows as people meet them; what cannot be on offer on this page is left out. */
export function offered<Drawn extends Choice>(
  choices: readonly Drawn[],
  order: ListOrder,
  question: Pick<PlanQuestion, 'id' | 'name'>,
  { state, live, locale }: Pick<Sheet, 'state' | 'live' | 'locale'>,
): OfferedChoice<Drawn>[] {
  const withheld = state.withheld.get(question.id);
  const unavailable = state.unavailable.get(question.id);
  const drawn = choices.flatMap((choice, index): OfferedChoice<Drawn>[] => {
    const isWithheld = withheld?.has(String(choice.value)) === true;
    const isUnavailable = unavailable?.has(String(choice.value)) === true;
    if (isWithheld && !isLive(choice.visibleIf, live)) return [];
    return [{ choice, key: String(index), isHidden: isWithheld, isUnavailable }];
  });
  return inOrderOf(
    drawn,
    order,
    state.respondent.seed,
    question.name,
    ({ choice }) => textIn(choice.text, locale),
    locale,
  );
}

/** A list's own choices, then „Nichts davon“ and „Sonstiges“, which always come last. */
export function offeredWithSpecials(
  list: {
    choices: readonly Choice[];
    order: ListOrder;
    none: LocalizedText | null;
    other: { text: LocalizedText } | null;
  } & Pick<PlanQuestion, 'id' | 'name'>,
  sheet: Pick<Sheet, 'state' | 'live' | 'locale'>,
): OfferedChoice[] {
  return [
    ...offered(list.choices, list.order, list, sheet),
    ...(list.none ? [special(NONE, list.none)] : []),
    ...(list.other ? [special(OTHER, list.other.text)] : []),
  ];
}

function special(value: string, text: LocalizedText): OfferedChoice {
  return {
    choice: { value, text, visibleIf: null, enableIf: null },
    key: value,
    isHidden: false,
    isUnavailable: false,
  };
}
