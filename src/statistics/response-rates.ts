import type { ParticipationCounts } from '../ledger/messages/participation-totals.queries.js';

/** A rate with what it was made from. */
export interface Rate {
  numerator: number;
  denominator: number;
  /** From 0 to 1; null while nobody was invited. */
  value: number | null;
}

export interface ResponseRates {
  /** Complete responses over everybody invited who belongs to the survey. */
  rr1: Rate;
  /** The same with partial responses counted in. */
  rr2: Rate;
}

/**
 * Response rates 1 and 2 of the AAPOR Standard Definitions for a survey of named people: anyone who was
 * written to counts in the denominator, also where the mail was refused or nobody knows (unknown
 * eligibility), and only those found not to belong (screened out) do not.
 *
 * @param invited participations of those for whom an invitation was handed over or refused
 */
export function responseRates(invited: ParticipationCounts): ResponseRates {
  const all = Object.values(invited).reduce((sum, count) => sum + count, 0);
  const denominator = all - invited.screened_out;
  const rate = (numerator: number): Rate => ({
    numerator,
    denominator,
    value: denominator > 0 ? numerator / denominator : null,
  });
  return { rr1: rate(invited.completed), rr2: rate(invited.completed + invited.partial) };
}
