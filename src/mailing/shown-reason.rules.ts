import { shownParticipation } from '../participants/shown-participation.rules.js';
import type { Privacy } from '../surveys/survey.entity.js';
import type { SkipReason } from './reason-to-skip.js';

/** Why people get no mail of a wave, as far as staff are told how many they are. */
export type CountedReason = SkipReason | 'answered_or_declined';

/** How many are skipped, by reason. */
export type SkippedCounts = Partial<Record<CountedReason, number>>;

/** Of how many people how many a wave would reach, and why not the others, as far as staff are told. */
export interface ShownAudience {
  total: number;
  recipients: number;
  skipped: SkippedCounts;
}

/** Reasons that are a participation too: whoever may not be told the one may not be told the other. */
type OutOfIt = 'completed' | 'screened_out' | 'declined';

/** Why a single person got no mail, as far as staff are told; other things a mail's row says pass through. */
export function shownReason<R extends string>(reason: R, privacy: Privacy): R | OutOfIt | null {
  return isOutOfIt(reason) ? shownParticipation(reason, privacy) : reason;
}

/**
 * Counts by reason as staff are told them. What is hidden of single people stays hidden in sums too: the
 * ledger names the people of a wave, and of a wave to one a sum speaks of that one. What may not be told
 * apart is one sum.
 */
export function shownCounts(counts: Partial<Record<SkipReason, number>>, privacy: Privacy): SkippedCounts {
  const shown: SkippedCounts = {};
  for (const [reason, count] of Object.entries(counts) as [SkipReason, number][]) {
    const told = shownReason(reason, privacy) ?? 'answered_or_declined';
    shown[told] = (shown[told] ?? 0) + count;
  }
  return shown;
}

function isOutOfIt(reason: string): reason is OutOfIt {
  return reason === 'completed' || reason === 'screened_out' || reason === 'declined';
}
