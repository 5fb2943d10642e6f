import type { Privacy } from '../surveys/survey.entity.js';

/** Whose answers they are, and what of that may be stored with them. */
export interface Owner {
  participantId: string;
  privacy: Privacy;
  /** What stands for the person in a pseudonymous survey: the present code, then those of earlier secrets. Else none. */
  codes: readonly string[];
}

/** Condition on the rows of one owner in `responses` or `saved_answers`; `$1` and `$2` are `ownerValues`. */
export const OWNED = '(participant_id = $1 OR code = ANY($2))';

/** Nothing in an anonymous survey: there no row is anybody's. */
export function ownerValues({ participantId, privacy, codes }: Owner): [string | null, readonly string[]] {
  if (privacy === 'identified') return [participantId, []];
  return [null, privacy === 'pseudonymous' ? codes : []];
}

/** What a new row bears: the participant, the present code, or neither. */
export function ownerColumns({ participantId, privacy, codes }: Owner): [string | null, string | null] {
  if (privacy === 'identified') return [participantId, null];
  return [null, privacy === 'pseudonymous' ? (codes[0] ?? null) : null];
}

/** Whether answers are kept page by page; an anonymous survey keeps nothing before the end. */
export function keepsAnswers({ privacy }: Pick<Owner, 'privacy'>): boolean {
  return privacy !== 'anonymous';
}
