import { textIn, type LocalizedText } from '../common/locale.js';
import type { Expression } from '../questionnaire/expression.js';
import { isLive } from '../questionnaire/live-names.js';
import { NONE, OTHER, type Choice, type PlanQuestion } from '../questionnaire/questionnaire-plan.js';
import { inOrderOf } from '../questionnaire/random-order.js';
import type { Sheet } from './field.js';

/** One choice as it is drawn. */
export interface OfferedChoice<Drawn extends Choice = Choice> {
  choice: Drawn;
  /** End of its control's id: its place in the plan, whatever the order on the page. */
  key: string;
  /** Not on offer now, but it may be before the page is left. */
  isHidden: boolean;
}

type Order = 'none' | 'initial' | 'asc' | 'desc' | 'random';

/** Choices, rows or columns as people meet them; what cannot be on offer on this page is left out. */
export function offered<Drawn extends Choice>(
  choices: readonly Drawn[],
  order: Order,
  question: Pick<PlanQuestion, 'id' | 'name'>,
  { standing, live, locale }: Pick<Sheet, 'standing' | 'live' | 'locale'>,
): OfferedChoice<Drawn>[] {
  const withheld = standing.state.withheld.get(question.id);
  const drawn = choices.flatMap((choice, index): OfferedChoice<Drawn>[] => {
    const isWithheld = withheld?.has(String(choice.value)) === true;
    const mayChange = isLive(choice.visibleIf, live) || isLive(choice.enableIf, live);
    return isWithheld && !mayChange ? [] : [{ choice, key: String(index), isHidden: isWithheld }];
  });
  return inOrderOf(
    drawn,
    order === 'initial' ? 'none' : order,
    standing.surroundings.seed,
    question.name,
    ({ choice }) => textIn(choice.text, locale),
  );
}

/** A list's own choices, then „Nichts davon“ and „Sonstiges“, which always come last. */
export function offeredWithSpecials(
  list: {
    choices: readonly Choice[];
    order: Order;
    none: LocalizedText | null;
    other: { text: LocalizedText } | null;
  } & Pick<PlanQuestion, 'id' | 'name'>,
  sheet: Pick<Sheet, 'standing' | 'live' | 'locale'>,
): OfferedChoice[] {
  return [
    ...offered(list.choices, list.order, list, sheet),
    ...(list.none ? [special(NONE, list.none)] : []),
    ...(list.other ? [special(OTHER, list.other.text)] : []),
  ];
}

function special(value: string, text: LocalizedText): OfferedChoice {
  const always: Expression | null = null;
  return { choice: { value, text, visibleIf: always, enableIf: always }, key: value, isHidden: false };
}
