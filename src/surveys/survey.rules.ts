import type { Survey } from './survey.entity.js';

type Openness = Pick<Survey, 'state' | 'closesAt' | 'graceMinutes'>;

/** Whether a survey takes new people's answers at an instant (P7: the clock closes, not a job). */
export function isOpen(survey: Openness, now: Date): boolean {
  return survey.state === 'published' && now < survey.closesAt;
}

/** Whether somebody who had begun before closing may still finish. */
export function isInGrace(survey: Openness, now: Date): boolean {
  return (
    survey.state === 'published' && now.getTime() < survey.closesAt.getTime() + survey.graceMinutes * 60_000
  );
}
