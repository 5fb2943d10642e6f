import { shownParticipation } from '../../participants/shown-participation.rules.js';
import type { Privacy } from '../../surveys/survey.entity.js';
import type { MessageKind } from '../states/message.entity.js';
import type { SkipReason } from '../planning/reason-to-skip.js';

/** How many are skipped, by reason. */
export type SkippedCounts = Partial<Record<SkipReason, number>>;

/** Of how many people how many a wave would reach, and why not the others, as far as staff are told. */
export interface ShownAudience {
  total: number;
  /** Null: may not be told. */
  recipients: number | null;
  skipped: SkippedCounts;
}

/** Skip reasons that reveal a participation: where the participation is hidden, the reason is hidden too. */
type FinalParticipation = 'completed' | 'screened_out' | 'declined';

/**
 * Why a single person got no mail, as far as staff are told; other things a mail's row says pass through. Of
 * anonymous surveys only invitations are shown, and who could answer or decline had been invited before.
 */
export function shownReason<R extends string>(
  reason: R,
  privacy: Privacy,
): R | FinalParticipation | 'already_invited' {
  return isFinalParticipation(reason)
    ? ((shownParticipation(reason, privacy) as FinalParticipation | null) ?? 'already_invited')
    : reason;
}

/**
 * Counts by reason as staff are told them. What is hidden of single people stays hidden in sums too: the
 * ledger names the people of a wave, and of a wave to one a sum speaks of that one.
 */
export function shownCounts(counts: Partial<Record<SkipReason, number>>, privacy: Privacy): SkippedCounts {
  const shown: SkippedCounts = {};
  for (const [reason, count] of Object.entries(counts) as [SkipReason, number][]) {
    const told = shownReason(reason, privacy);
    shown[told] = (shown[told] ?? 0) + count;
  }
  return shown;
}

/**
 * Whether only the sum of a wave's messages may be shown. A reminder of an anonymous survey is sent or skipped
 * by whether somebody has answered; what staff do to one person must not be seen to change that sum (P8).
 */
export function showsTotalOnly(kind: MessageKind, privacy: Privacy): boolean {
  return privacy === 'anonymous' && kind !== 'invitation';
}

function isFinalParticipation(reason: string): reason is FinalParticipation {
  return reason === 'completed' || reason === 'screened_out' || reason === 'declined';
}
