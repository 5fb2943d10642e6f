import type { Survey } from './survey.entity.js';

type Openness = Pick<Survey, 'state' | 'closesAt' | 'graceMinutes'>;

/** Nothing is shown of fewer people or answers than this where people were promised that nobody is recognised. */
export const smallestGroup = 5;

/** So many list columns an anonymous survey counts people by at most: what is shown of two can be audited exactly. */
export const MAX_GROUP_COLUMNS = 2;

/** Whether a survey takes new people's answers at an instant (P7: the clock closes, not a job). */
export function isOpen(survey: Openness, now: Date): boolean {
  return survey.state === 'published' && now < survey.closesAt;
}

/** Whether nobody can answer any more: it was closed by hand, or the grace after its closing date has ended. */
export function hasEnded({ state, closesAt, graceMinutes }: Openness, now: Date): boolean {
  return state === 'closed' || now.getTime() >= closesAt.getTime() + graceMinutes * 60_000;
}

/**
 * Whether somebody may still finish: for some minutes after closing, and only who was asked before it.
 * Who of them had begun is not known, as opening the first page leaves no trace (P5).
 */
export function mayFinish(survey: Openness, enrolledAt: Date, now: Date): boolean {
  const graceEnds = survey.closesAt.getTime() + survey.graceMinutes * 60_000;
  return survey.state === 'published' && enrolledAt < survey.closesAt && now.getTime() < graceEnds;
}
